import { readFileSync, rmSync } from "node:fs";
import { buildForTests } from "./build-for-tests";
import { countVitest } from "./count-vitest";
import { BUILD_FOLDER } from "./make-test-environment";
import { runCommand } from "./run-command";
import { runE2e } from "./run-e2e";
import type { StepRoom } from "./step-room";
import type { Tally } from "./tally";

export type Step = { name: string; title: string; run(room: StepRoom): Promise<Tally> };

const NEXT = "node_modules/next/dist/bin/next";
const TESTS_BUILD = { NEXT_DIST_DIR: BUILD_FOLDER, NEXT_TELEMETRY_DISABLED: "1" };

/** The steps of the test command, in order; the first that fails ends it. */
export const STEPS: Step[] = [
  check(
    "types",
    "Types",
    [NEXT, "typegen"],
    ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.next-test.json"],
  ),
  check("lint", "Lint", ["node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off", "."]),
  check("rooms", "Rooms", ["--import", "tsx", "scripts/check-rooms.ts"]),
  vitest("unit", "Unit tests"),
  vitest("integration", "Integration tests"),
  { name: "build", title: "Production build", run: buildForTests },
  { name: "e2e", title: "End-to-end tests", run: runE2e },
];

/** A step that counts as one: each of its commands must end with 0. */
function check(name: string, title: string, ...commands: string[][]): Step {
  return {
    name,
    title,
    async run({ folder, show }) {
      for (const args of commands) {
        const log = `${folder}/${name}.log`;
        const code = await runCommand({ file: process.execPath, args, log, show, env: TESTS_BUILD });
        if (code !== 0) return { passed: 0, failed: 1 };
      }
      return { passed: 1, failed: 0 };
    },
  };
}

function vitest(name: string, title: string): Step {
  return {
    name,
    title,
    async run({ folder, show, args }) {
      const report = `${folder}/${name}-${process.pid}.json`;
      const words = [
        "node_modules/vitest/vitest.mjs",
        "run",
        "--project",
        name,
        "--reporter=default",
        "--reporter=json",
      ];
      words.push(`--outputFile.json=${report}`, "--passWithNoTests", ...args);
      const log = `${folder}/${name}.log`;
      const code = await runCommand({
        file: process.execPath,
        args: words,
        log,
        show,
        env: { NODE_ENV: "test" },
      });
      const tally = countVitest(readReport(report), code);
      rmSync(report, { force: true });
      return tally;
    },
  };
}

/** Undefined when the run ended before it wrote its report. */
function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
