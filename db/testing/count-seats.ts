import type postgres from "postgres";

export type SeatAccounts = { purchased: number; held: number; active: number };

/** A tenant's counters, and the same counted anew from its seats. The two must always agree. */
export async function countSeats(
  sql: postgres.Sql,
  tenantId: string,
): Promise<{ counter: SeatAccounts; recount: SeatAccounts }> {
  const [row] = await sql<{ purchased: number; held: number; active: number; seats: number; used: number }[]>`
    select seats_purchased as purchased, seats_held as held, seats_active as active,
      (select count(*)::int from seats s where s.tenant_id = t.id and s.released_at is null) as seats,
      (select count(*)::int from seats s where s.tenant_id = t.id and s.stage = 'active') as used
    from tenants t where id = ${tenantId}`;
  if (row === undefined) throw new Error("there is no such tenant");
  const { purchased, held, active, seats, used } = row;
  return { counter: { purchased, held, active }, recount: { purchased, held: seats, active: used } };
}
