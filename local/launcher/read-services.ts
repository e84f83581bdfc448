import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Person = {
  email: string;
  password: string | null;
  name: string;
  role: string;
  tenant: string | null;
};

/**
 * Reads `services.json`, written by the launcher and completed by the demo.
 *
 * @param home data folder of the local set-up
 * @returns the portal's address, and the people to sign in as; neither when there is no such file
 */
export function readServices(home: string): { app?: unknown; people: Person[] } {
  try {
    const { app, people } = JSON.parse(readFileSync(join(home, "services.json"), "utf8"));
    return { app, people: Array.isArray(people) ? people : [] };
  } catch {
    return { people: [] };
  }
}
