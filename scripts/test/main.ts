import { runSteps } from "./run-steps";
import { STEPS, type Step } from "./steps";

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
  const { failed } = await runSteps(steps, { folder: FOLDER, show: steps.length === 1, args }, console.log);
  return failed === 0 ? 0 : 1;
}

function choose(word: string | undefined): Step[] {
  if (word === undefined) return STEPS;
  if (word === "check") return STEPS.filter(({ name }) => ["types", "lint", "rooms"].includes(name));
  return STEPS.filter(({ name }) => name === word);
}

process.exit(await main());
