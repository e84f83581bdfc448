import { and, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import type { Page } from "@/lib/base/page";
import { findPeople, type PeopleRequest } from "./find-people";
import type { TenantTx } from "./in-tenant";
import { toPage } from "./page";
import { matching, type PeopleFilter } from "./people-filter";
import { uuidArray } from "./rows";
import { invitations, seats } from "./schema/seats";
import type { Role, Seat, State } from "./seats";

/** One row of the people list: a seat and the letter that counts for it. */
export type Person = {
  seat: Seat;
  letter: { sentAt: Date | null; expiresAt: Date; refusedAt: Date | null; serverSaid: string | null } | null;
};

/** Drizzle takes a whole letter for absent when its first column is null: this one never is. */
export const letterColumns = {
  expiresAt: invitations.expiresAt,
  sentAt: invitations.sentAt,
  refusedAt: invitations.refusedAt,
  serverSaid: invitations.serverSaid,
};

/**
 * One page of the people whom a filter means. The cursor names a seat, never an address, because it travels in an
 * URL; a cursor that names no seat answers the first page.
 */
export async function listPeople(tx: TenantTx, request: PeopleRequest): Promise<Page<Person>> {
  const ids = await findPeople(tx, request);
  const people = new Map((await readPeople(tx, ids)).map((person) => [person.seat.id, person]));
  const rows = ids.flatMap((id) => people.get(id) ?? []);
  return toPage(request.page, rows);
}

/** One person, whatever their state. */
export async function readPerson(tx: TenantTx, seatId: string): Promise<Person | null> {
  return (await readPeople(tx, [seatId]))[0] ?? null;
}

async function readPeople(tx: TenantTx, ids: readonly string[]): Promise<Person[]> {
  return peopleQuery(tx, ids);
}

/** Seats by their ids, each with its live letter. */
export function peopleQuery(tx: TenantTx, ids: readonly string[]) {
  return tx.sql
    .select({
      seat: getTableColumns(seats),
      letter: letterColumns,
    })
    .from(seats)
    .leftJoin(
      invitations,
      and(
        eq(invitations.tenantId, seats.tenantId),
        eq(invitations.seatId, seats.id),
        isNull(invitations.revokedAt),
      ),
    )
    .where(and(eq(seats.tenantId, tx.scope.tenantId), sql`${seats.id} = any(${uuidArray(ids)})`));
}

/** How many of the people whom a filter means share a state and a role. Costs as much as there are people. */
export type PeopleTally = { state: State; role: Role; count: number };

export async function tallyPeople(tx: TenantTx, filter: PeopleFilter): Promise<PeopleTally[]> {
  return [
    ...(await tx.sql.execute<PeopleTally>(sql`
      select c.state, c.role, count(*)::int as count from seats c where ${matching(tx, filter)} group by 1, 2`)),
  ];
}
