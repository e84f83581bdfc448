export type Ports = {
  app: number;
  auth0: number;
  auth0Control: number;
  mailbox: number;
  smtp: number;
  postgres: number;
};
export type PlannedPorts = { ok: true; ports: Ports } | { ok: false; reason: "not-a-port"; message: string };

/**
 * Lays out the six ports of a local set-up in a row, beginning with the portal's own.
 *
 * @param base the PORT variable as set by the operator; 3000 when unset or empty
 */
export function planPorts(base: string | undefined): PlannedPorts {
  const app = base ? Number(base) : 3000;
  if (!Number.isInteger(app) || app < 1 || app > 65_530) {
    const message = `PORT is "${base}". It must be a whole number from 1 to 65530: the portal listens there, its local services on the five ports after it.`;
    return { ok: false, reason: "not-a-port", message };
  }
  const [auth0, auth0Control, mailbox, smtp, postgres] = [app + 1, app + 2, app + 3, app + 4, app + 5];
  return { ok: true, ports: { app, auth0, auth0Control, mailbox, smtp, postgres } };
}
