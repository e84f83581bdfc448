import { fileURLToPath } from "node:url";
import type { Run } from "./begin-run";
import type { Plan } from "./compose-plan";
import { hashFiles } from "./hash-files";
import { readServices } from "./read-services";
import { readStamp } from "./read-stamp";
import { runStep } from "./run-step";
import { showProgress } from "./show-progress";
import { StartError } from "./start-error";
import { writeStamp } from "./write-stamp";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SCRIPT = "scripts/seed-demo.ts";

/**
 * Plants the demo through the portal's own verbs, unless this database holds it already or the operator
 * doesn't want it (ANALYSTICK_DEMO=off). A demo of an earlier version that was changed since stays as it is.
 *
 * @param run the launcher's run, with web and worker up
 * @param plan from `composePlan`
 * @param environment of the portal
 */
export async function plantDemo(
  run: Run,
  plan: Plan,
  environment: Record<string, string | undefined>,
): Promise<void> {
  if (plan.portal.ANALYSTICK_DEMO === "off") return;
  const demo = hashFiles(ROOT, [SCRIPT, "scripts/seed-demo"], "demo");
  const { adminUrl, people } = readServices(run.home);
  if (adminUrl === undefined) return;
  const stamp = await readStamp(adminUrl, "analystick");
  if (stamp.demo === demo && people.length > 0) return;
  console.log("  Planting the demo: people walk in through real letters; only the first time ...");
  const plant = () =>
    showProgress("demo", () => runStep(run, "Planting the demo", ["--import", "tsx", SCRIPT], environment));
  if (people.length === 0) await plant();
  else await plant().catch((error: unknown) => keepOldDemo(run, error));
  await writeStamp(adminUrl, "analystick", { ...stamp, demo });
}

/** Somebody has worked with the demo of an earlier version, so that its people stand elsewhere by now: that is theirs. */
function keepOldDemo(run: Run, error: unknown): void {
  if (run.stopping || !(error instanceof StartError)) throw error;
  console.log(
    "  The demo has a newer form, but this one was changed since: it stays as it is. For the new one",
  );
  console.log(`  delete the folder ${run.home} and start again.`);
}
