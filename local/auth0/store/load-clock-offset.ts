import type { Database } from "./connect";

/** The stored offset of the tenant's clock in milliseconds; 0 if it was never moved. */
export async function loadClockOffset(db: Database): Promise<number> {
  const [row] = await db<{ offset_ms: number }[]>`
    select (value->>'offsetMs')::float8 as offset_ms from kept where name = 'clock'`;
  return row?.offset_ms ?? 0;
}
