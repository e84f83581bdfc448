import { expect, it } from "vitest";
import { answerTooOften } from "./answer-too-often";
import { plainPage } from "./plain-page";

it("is a whole page without a script, and what it says stays text", () => {
  const page = plainPage({ title: "<b>", text: `"Tom & Ann" <script>`, requestId: "id-1" });
  expect(page).not.toMatch(/<script|<style| style=| on\w+=/);
  expect(page).toContain("<h1>&lt;b&gt;</h1><p>&quot;Tom &amp; Ann&quot; &lt;script&gt;</p>");
  expect(page).toContain("Request id-1");
});

it("tells whoever comes too often when to come back, and is kept by nobody", async () => {
  const answer = answerTooOften(7, undefined);
  expect([answer.status, answer.headers.get("retry-after"), answer.headers.get("cache-control")]).toEqual([
    429,
    "7",
    "no-store",
  ]);
  expect(await answer.text()).toContain("wait 7 seconds");
});
