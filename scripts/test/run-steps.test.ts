import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runSteps } from "./run-steps";
import type { Step } from "./steps";
import type { Tally } from "./tally";

let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "steps-"));
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A step that writes words into its log and counts so much. */
function step(name: string, tally: Tally | Error, words = ""): Step {
  return {
    name,
    title: name,
    async run() {
      writeFileSync(join(folder, `${name}.log`), words);
      if (tally instanceof Error) throw tally;
      return tally;
    },
  };
}
const fine = step("fine", { passed: 3, failed: 0 }, "a secret of success");
const broken = step("broken", { passed: 2, failed: 1 }, "line 1\nexpected 4, got 5");
const never = step("never", new Error("this step was not to run"));
const run = (...steps: Step[]) =>
  runSteps(steps, { folder, show: false, args: [] }, (line) => said.push(line));

test("the last line says how many passed and how many failed, over all steps", async () => {
  expect(await run(fine, fine)).toEqual({ passed: 6, failed: 0 });
  expect(said.at(-1)).toBe("6 passed, 0 failed");
  expect(said.join("\n")).not.toContain("a secret of success");
});

test("a failing step stops the run and shows its log", async () => {
  expect(await run(fine, broken, never)).toEqual({ passed: 5, failed: 1 });
  expect(said.join("\n")).toContain("expected 4, got 5");
  expect(said.join("\n")).toContain(`The whole log: ${folder}/broken.log`);
  expect(said.join("\n")).not.toContain("never");
  expect(said.at(-1)).toBe("5 passed, 1 failed");
});

test("a step that throws is a failure with its words, and the verdict comes all the same", async () => {
  writeFileSync(join(folder, "never.log"), "words of an earlier run");
  expect(await run(fine, never)).toEqual({ passed: 3, failed: 1 });
  expect(said.join("\n")).toContain("this step was not to run");
  expect(said.join("\n")).not.toContain("earlier run");
  expect(said.at(-1)).toBe("3 passed, 1 failed");
});
