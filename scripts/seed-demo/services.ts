import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const person = z.object({
  email: z.string(),
  password: z.string(),
  name: z.string(),
  role: z.string(),
  tenant: z.string().nullable(),
});
const schema = z.looseObject({
  app: z.string(),
  auth0: z.string(),
  mailbox: z.string(),
  auth0Control: z.string(),
  people: z.array(person).optional(),
});

/** Somebody whom one can sign in as. */
export type KnownPerson = z.infer<typeof person>;
export type Services = z.infer<typeof schema>;

const file = path.join(process.env.ANALYSTICK_HOME || ".local", "services.json");

/** Where everything is, as the launcher wrote it down. */
export function readServices(): Services {
  return schema.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** The people whom one can sign in as; nobody before the demo is planted. */
export function readPeople(): KnownPerson[] {
  return readServices().people ?? [];
}

/** Adds the people whom one can sign in as. */
export function writePeople(people: KnownPerson[]): void {
  writeFileSync(`${file}.new`, JSON.stringify({ ...readServices(), people }, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
