import type { Database } from "./connect";

/** Stores how far the tenant's clock runs ahead (milliseconds): stored dates depend on it. */
export async function keepClockOffset(db: Database, offsetMs: number): Promise<void> {
  await db`
    insert into kept (name, value) values ('clock', ${db.json({ offsetMs })})
    on conflict (name) do update set value = excluded.value`;
}
