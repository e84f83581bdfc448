import { relative } from "node:path";
import type { Mode } from "./bring-up";
import type { Plan } from "./compose-plan";
import { readServices } from "./read-services";

/**
 * Prints where to look, whom to sign in as, and how to stop.
 *
 * @param home data folder of the local set-up
 * @param plan from `composePlan`
 * @param mode how the portal is served
 * @param seconds how long the start took
 */
export function printSummary(home: string, plan: Plan, mode: Mode, seconds: number): void {
  const lines = [
    "",
    `Analystick is ready (${seconds.toFixed(1)} s${mode === "dev" ? ", with hot reload" : ""}).`,
    "",
  ];
  lines.push(`  Portal      ${plan.portal.APP_BASE_URL ?? ""}`);
  if (plan.local.mailbox)
    lines.push(`  Mailbox     http://localhost:${plan.ports.mailbox}   every letter arrives here`);
  if (plan.local.tenant)
    lines.push(`  Auth0       http://localhost:${plan.ports.auth0}   a stand-in on this computer`);
  const people = plan.production ? [] : readServices(home).people;
  if (people.length > 0) lines.push("", "  Sign in as");
  const width = Math.max(0, ...people.map(({ email }) => email.length));
  for (const { email, password, role, tenant } of people) {
    lines.push(
      `    ${email.padEnd(width)}  ${password ?? "(no password yet)"}  ${[role, tenant].filter(Boolean).join(", ")}`,
    );
  }
  const logs = plan.production ? "" : `Logs are in ${relative(process.cwd(), home) || "."}/logs. `;
  lines.push("", `  ${logs}Stop with Ctrl-C.`, "");
  console.log(lines.join("\n"));
}
