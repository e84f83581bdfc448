import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { openPortal } from "@/db/testing/open-portal";
import { sweep } from "./sweep";

const database = openPortal();

it("forgets sessions that nobody has used for longer than any lives", async () => {
  const stale = randomUUID();
  const used = randomUUID();
  for (const [id, days] of [
    [stale, 32],
    [used, 30],
  ] as const)
    await database.sql`
      insert into sessions (id, iss, sub, data, last_seen_at)
      values (${id}, 'https://t/', 'auth0|1', '{}', now() - make_interval(days => ${days}))`;
  await sweep();
  const left = await database.sql`select id from sessions where id in (${stale}, ${used})`;
  expect(left.map(({ id }) => id)).toEqual([used]);
});
