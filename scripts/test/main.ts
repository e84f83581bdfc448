import { existsSync, mkdirSync } from "node:fs";
import { readTail } from "../../local/launcher/read-tail";
import { STEPS, type Step } from "./steps";
import type { Tally } from "./tally";

const FOLDER = ".test/steps";

/**
 * `npm test` runs every step; `npm test -- unit` (or any step's name, with arguments for its tool) runs one
 * and shows its output; `npm run check` runs the checks that take seconds. The last line is the verdict.
 */
async function main(): Promise<number> {
  const [word, ...args] = process.argv.slice(2);
  const steps = choose(word);
  if (steps.length === 0) {
    console.error(`There is no step "${word}". Steps: check, ${STEPS.map(({ name }) => name).join(", ")}.`);
    return 1;
  }
  mkdirSync(FOLDER, { recursive: true });
  const sum: Tally = { passed: 0, failed: 0 };
  for (const step of steps) {
    const { passed, failed } = await runStep(step, steps.length === 1, args);
    sum.passed += passed;
    sum.failed += failed;
    if (failed > 0) break;
  }
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 ? 0 : 1;
}

function choose(word: string | undefined): Step[] {
  if (word === undefined) return STEPS;
  if (word === "check") return STEPS.filter(({ name }) => ["types", "lint", "rooms"].includes(name));
  return STEPS.filter(({ name }) => name === word);
}

async function runStep(step: Step, show: boolean, args: string[]): Promise<Tally> {
  const began = Date.now();
  const tally = await step.run({ folder: FOLDER, show, args });
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6);
  const verdict = tally.failed === 0 ? `${tally.passed} passed` : `${tally.failed} failed`;
  console.log(`  ${step.title.padEnd(20)} ${seconds} s   ${verdict}`);
  const log = `${FOLDER}/${step.name}.log`;
  if (tally.failed > 0 && !show && existsSync(log)) {
    console.log(`\n${readTail(log, 80)}\n\nThe whole log: ${log}`);
  }
  return tally;
}

process.exit(await main());
