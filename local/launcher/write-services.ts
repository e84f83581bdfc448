import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "./compose-plan";
import { readServices } from "./read-services";

/**
 * Writes `services.json` (0600): where everything is, for scripts and tests. What isn't local is null. The
 * people planted by an earlier demo are kept.
 *
 * @param home data folder of the local set-up
 * @param plan from `composePlan`
 * @param adminUrl superuser's URL of the embedded PostgreSQL; undefined when it isn't used
 */
export function writeServices(home: string, plan: Plan, adminUrl: string | undefined): void {
  const { ports, local, databases } = plan;
  const services = {
    app: plan.portal.APP_BASE_URL,
    auth0: local.tenant ? `http://localhost:${ports.auth0}` : null,
    auth0Control: local.tenant ? `http://127.0.0.1:${ports.auth0Control}` : null,
    mailbox: local.mailbox ? `http://127.0.0.1:${ports.mailbox}` : null,
    smtp: local.mailbox ? `smtp://127.0.0.1:${ports.smtp}` : null,
    databases: {
      admin: adminUrl ?? null,
      owner: local.database ? databases.owner : null,
      app: local.database ? databases.app : null,
      queue: local.database ? databases.queue : null,
      auth0: local.tenant && adminUrl ? databases.auth0 : null,
    },
    people: readServices(home).people,
  };
  const file = join(home, "services.json");
  writeFileSync(`${file}.new`, `${JSON.stringify(services, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
