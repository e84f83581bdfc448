import { fileURLToPath } from "node:url";
import type { Run } from "./begin-run";
import type { Plan } from "./compose-plan";
import { hashFiles } from "./hash-files";
import { readStamp } from "./read-stamp";
import { runStep } from "./run-step";
import { writeStamp } from "./write-stamp";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MADE_WITH = [
  "db",
  "lib/base",
  "scripts/migrate.ts",
  "scripts/provision-database.ts",
  "worker/install-queue.ts",
];

/**
 * Brings the portal's database to this version of the code: roles and database on the embedded server,
 * migrations everywhere. On the embedded server it is left out when the very same files did it before; a
 * database of the operator's own is migrated at every start.
 *
 * @param run the launcher's run
 * @param plan from `composePlan`
 * @param adminUrl superuser's URL of the embedded server, when there is one
 */
export async function prepareDatabase(run: Run, plan: Plan, adminUrl: string | undefined): Promise<void> {
  const migrate = () =>
    runStep(run, "Migrating the database", ["--import", "tsx", "scripts/migrate.ts"], plan.portal);
  if (!adminUrl || !plan.local.database) return migrate();
  const prepared = hashFiles(ROOT, [...MADE_WITH, "package-lock.json"], JSON.stringify(plan.databases));
  const stamp = await readStamp(adminUrl, "analystick");
  if (stamp.prepared === prepared) return;
  const env = { ...plan.portal, DATABASE_ADMIN_URL: adminUrl };
  await runStep(run, "Preparing the database", ["--import", "tsx", "scripts/provision-database.ts"], env);
  await migrate();
  await writeStamp(adminUrl, "analystick", { ...stamp, prepared });
}
