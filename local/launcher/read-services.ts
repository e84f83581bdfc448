import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Person = {
  email: string;
  password: string | null;
  name: string;
  role: string;
  tenant: string | null;
};
export type Services = { app: unknown; adminUrl: string | undefined; people: Person[] };

/**
 * Reads `services.json`, written by the launcher and completed by the demo.
 *
 * @param home data folder of the local set-up
 * @returns the portal's address, the superuser's URL of the embedded PostgreSQL, and the people to sign in
 *   as; nothing of it when there is no such file
 */
export function readServices(home: string): Services {
  try {
    const { app, databases, people } = JSON.parse(readFileSync(join(home, "services.json"), "utf8"));
    return { app, adminUrl: databases?.admin ?? undefined, people: Array.isArray(people) ? people : [] };
  } catch {
    return { app: undefined, adminUrl: undefined, people: [] };
  }
}
