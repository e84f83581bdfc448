import { expect, it } from "vitest";
import { TOO_OFTEN } from "@/lib/base/answer";
import { answerTooOften } from "./answer-too-often";

it("answers a browser with a page, and when to try again", async () => {
  const answer = answerTooOften(12, "request-1");
  expect(answer.status).toBe(429);
  expect(answer.headers.get("retry-after")).toBe("12");
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(await answer.text()).toContain("request-1");
});

it("answers a form's script with the words alone, of the one type that Next.js hands on to the form", async () => {
  const answer = answerTooOften(1, "request-1", true);
  expect(answer.status).toBe(429);
  expect(answer.headers.get("content-type")).toBe("text/plain");
  const words = await answer.text();
  expect(words.startsWith(`${TOO_OFTEN}. `)).toBe(true);
  expect(words).toContain("wait a second and try again");
});
