import { type SQL, sql } from "drizzle-orm";
import type { PageRequest } from "@/lib/base/page";
import type { TenantTx } from "./in-tenant";
import { beginsWith, type PeopleFilter, type SearchKey, searchKeys } from "./people-filter";
import { textArray } from "./rows";

export const peopleSorts = ["name", "address", "newest", "oldest"] as const;
export type PeopleSort = (typeof peopleSorts)[number];

export type PeopleRequest = { filter: PeopleFilter; sort: PeopleSort; page: PageRequest };

/** One index of seats, read in one direction, from a place in it or from its end. */
type Walk = {
  key: SearchKey | "reserved_at";
  ascending: boolean;
  from: { key: string; id: string } | null;
  /** What the key begins with. */
  search: string | null;
  /** Keys whose walks come before this one and show those whom they find: they are not shown again. */
  shown: readonly SearchKey[];
};

const sortKeys = {
  name: { key: "name_key", ascending: true },
  address: { key: "email_key", ascending: true },
  newest: { key: "reserved_at", ascending: false },
  oldest: { key: "reserved_at", ascending: true },
} as const;

/**
 * Finds the seats of one page, and one more if there is a next, in reading order: against the list's own order when
 * the page lies before the cursor. A searched text decides the order itself: names, last names, addresses. The cost
 * is that of a page, whatever is asked of however many people.
 */
export async function findPeople(tx: TenantTx, request: PeopleRequest): Promise<string[]> {
  const found: string[] = [];
  const wanted = request.page.limit + 1;
  let vain: SearchKey[] = [];
  for (const walk of await planWalks(tx, request)) {
    // A key that nobody's begins with need not be looked at again: the index alone answers then.
    const shown = walk.shown.filter((key) => !vain.includes(key));
    const query = walkQuery(tx, request.filter, { ...walk, shown }, wanted - found.length);
    const rows = await tx.sql.execute<{ id: string }>(query);
    if (rows.length === 0 && walk.from === null && walk.key !== "reserved_at") vain = [...vain, walk.key];
    found.push(...rows.map(({ id }) => id));
    if (found.length >= wanted) break;
  }
  return found;
}

/** Each wanted state and role is a range of the index; of each at most a page is read, and the pages are merged. */
function walkQuery(tx: TenantTx, filter: PeopleFilter, walk: Walk, limit: number): SQL {
  const key = sql.raw(walk.key);
  const [order, beyond] = walk.ascending ? [sql`asc`, sql`>`] : [sql`desc`, sql`<`];
  const type = sql.raw(walk.key === "reserved_at" ? "timestamptz" : "text");
  const from =
    walk.from === null
      ? sql`true`
      : sql`(c.${key}, c.id) ${beyond} (${walk.from.key}::${type}, ${walk.from.id}::uuid)`;
  const { search, shown } = walk;
  const isFound =
    search === null || walk.key === "reserved_at"
      ? sql`true`
      : sql.join(
          [beginsWith(walk.key, search), ...shown.map((key) => sql`not ${beginsWith(key, search)}`)],
          sql` and `,
        );
  return sql`
    select f.id from unnest(${textArray(filter.states)}) s(state)
    cross join unnest(${textArray(filter.roles)}) r(role)
    cross join lateral (
      select c.${key} as key, c.id from seats c
      where c.tenant_id = ${tx.scope.tenantId}::uuid and c.state = s.state and c.role = r.role and ${from}
        and ${isFound}
      order by c.${key} ${order}, c.id ${order} limit ${limit}) f
    order by f.key ${order}, f.id ${order} limit ${limit}`;
}

async function planWalks(tx: TenantTx, { filter, sort, page }: PeopleRequest): Promise<Walk[]> {
  const at = page.cursor === null ? null : await readKeys(tx, page.cursor.id);
  const isBackward = at !== null && page.cursor?.direction === "before";
  const { search } = filter;
  if (search === null) {
    const { key, ascending } = sortKeys[sort];
    const from = at && { key: at[key], id: at.id };
    return [{ key, ascending: ascending !== isBackward, from, search, shown: [] }];
  }
  const keys = searchKeys(search);
  const walks = keys.map(
    (key, index): Walk => ({
      key,
      ascending: !isBackward,
      from: null,
      search,
      shown: keys.slice(0, index),
    }),
  );
  const place = at === null ? -1 : keys.findIndex((key) => at[key].startsWith(search));
  const own = walks[place];
  if (at === null || own === undefined) return walks;
  const rest = isBackward ? walks.slice(0, place).reverse() : walks.slice(place + 1);
  return [{ ...own, from: { key: at[own.key], id: at.id } }, ...rest];
}

/** Every key of the seat that a cursor names; null when it names none of this tenant. */
async function readKeys(
  tx: TenantTx,
  id: string,
): Promise<(Record<SearchKey | "reserved_at", string> & { id: string }) | null> {
  const rows = await tx.sql.execute<Record<SearchKey | "reserved_at", string> & { id: string }>(sql`
    select id, name_key, surname_key, email_key, reserved_at::text from seats
    where tenant_id = ${tx.scope.tenantId}::uuid and id = ${id}::uuid`);
  return rows[0] ?? null;
}
