import { expect, it } from "vitest";
import type { CsvText } from "@/lib/base/csv-text";
import { csvDownload } from "./csv-download";

async function* write(end: "cut-off" | undefined): CsvText {
  yield "a\r\n";
  yield "1\r\n";
  return end;
}

it("a file that is written to its end arrives whole", async () => {
  expect(await csvDownload("a.csv", write(undefined)).text()).toBe("a\r\n1\r\n");
});

it("a file that is cut off is a failed download, not a short one", async () => {
  await expect(csvDownload("a.csv", write("cut-off")).text()).rejects.toThrow("lost the right");
});
