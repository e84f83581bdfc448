import { resolve } from "node:path";
import { buildPortal } from "../../local/launcher/build-portal";
import { composePlan } from "../../local/launcher/compose-plan";
import { loadSecrets } from "../../local/launcher/load-secrets";
import { planPorts } from "../../local/launcher/plan-ports";
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
  const home = resolve(".test");
  const operator = await makeTestEnvironment(process.env, home);
  const planned = planPorts(operator.PORT);
  if (!planned.ok) throw new Error(planned.message);
  const { portal } = composePlan(operator, planned.ports, loadSecrets(home), home);
  const env = { ...portal, NODE_ENV: "production" };
  const args = ["node_modules/next/dist/bin/next", "build"];
  let code = 0;
  await buildPortal(resolve("."), BUILD_FOLDER, async () => {
    code = await runCommand({ file: process.execPath, args, log: `${folder}/build.log`, show, env });
    return code === 0;
  });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
