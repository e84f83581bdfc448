import { resolve } from "node:path";
import { buildPortal } from "../../local/launcher/build-portal";
import { BUILD_FOLDER, makeTestEnvironment } from "./make-test-environment";
import { runCommand } from "./run-command";
import type { StepRoom } from "./step-room";
import type { Tally } from "./tally";

/**
 * Builds the portal for production into the tests' own folder, unless the same sources were built before.
 *
 * @param room where the log goes
 */
export async function buildForTests({ folder, show }: StepRoom): Promise<Tally> {
  // No variable of the portal: one build serves every place, so it may know none.
  const env = { ...(await makeTestEnvironment(process.env, resolve(".test"))), NODE_ENV: "production" };
  const args = ["node_modules/next/dist/bin/next", "build"];
  let code = 0;
  await buildPortal(resolve("."), BUILD_FOLDER, async () => {
    code = await runCommand({ file: process.execPath, args, log: `${folder}/build.log`, show, env });
    return code === 0;
  });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
