import { appendFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { readTail } from "../../local/launcher/read-tail";
import type { StepRoom } from "./step-room";
import type { Step } from "./steps";
import type { Tally } from "./tally";

/**
 * Runs steps one after the other, each with a line about it. One that fails is the last: the end of its log is shown,
 * unless its output was. The last line is the verdict.
 *
 * @param steps what to run
 * @param room where logs and reports go; whether output is shown; arguments for the step's tool
 * @param say prints a line
 * @returns what they counted together; a step that threw counts as one failure
 */
export async function runSteps(
  steps: readonly Step[],
  room: StepRoom,
  say: (line: string) => void,
): Promise<Tally> {
  mkdirSync(room.folder, { recursive: true });
  const sum: Tally = { passed: 0, failed: 0 };
  for (const step of steps) {
    const { passed, failed } = await runStep(step, room, say);
    sum.passed += passed;
    sum.failed += failed;
    if (failed > 0) break;
  }
  say(`${sum.passed} passed, ${sum.failed} failed`);
  return sum;
}

async function runStep(step: Step, room: StepRoom, say: (line: string) => void): Promise<Tally> {
  const log = `${room.folder}/${step.name}.log`;
  // What an earlier run left must not be taken for this one's words.
  rmSync(log, { force: true });
  const began = Date.now();
  let thrown: unknown;
  const tally = await step.run(room).catch((error: unknown): Tally => {
    thrown = error;
    appendFileSync(log, `${error instanceof Error ? error.stack : error}\n`);
    return { passed: 0, failed: 1 };
  });
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6);
  const verdict = tally.failed === 0 ? `${tally.passed} passed` : `${tally.failed} failed`;
  say(`  ${step.title.padEnd(20)} ${seconds} s   ${verdict}`);
  const isUnseen = !room.show || thrown !== undefined;
  if (tally.failed > 0 && isUnseen && existsSync(log)) say(`\n${readTail(log, 80)}\n\nThe whole log: ${log}`);
  return tally;
}
