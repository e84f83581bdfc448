import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const schema = z.strictObject({
  /** Room (a folder or one top-level file) -> the rooms below it. `bound`: the package law applies. */
  rooms: z.record(z.string(), z.strictObject({ bound: z.boolean(), imports: z.array(z.string()) })),
  /** Package -> the only rooms that may import it. */
  homes: z.record(z.string(), z.array(z.string())),
  /** The one file that reads the environment. */
  environment: z.string(),
  /** Rooms that a file of the browser may import, beside its own folder. */
  client: z.array(z.string()),
  /** File or folder -> the only rooms that may import it. */
  doors: z.record(z.string(), z.array(z.string())),
  /** Words that tell the local set-up from production, and where they may stand. */
  switch: z.strictObject({ words: z.array(z.string()), homes: z.array(z.string()) }),
  /** Packages only tests may import, and the folder of test support. */
  tests: z.strictObject({ packages: z.array(z.string()), support: z.string() }),
  /** Names that say nothing about what a file does. */
  attics: z.array(z.string()),
  /** Folders without code of ours. */
  skip: z.array(z.string()),
});

export type Rooms = z.infer<typeof schema>;

/**
 * Reads the table of rooms.
 * @param root the checkout's folder
 * @throws when `rooms.json` is missing or has another shape
 */
export function readRooms(root: string): Rooms {
  return schema.parse(JSON.parse(readFileSync(join(root, "rooms.json"), "utf8")));
}
