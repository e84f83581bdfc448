import { type SQL, sql } from "drizzle-orm";
import type { TenantTx } from "./in-tenant";
import { textArray } from "./rows";
import type { Role, State } from "./seats";

/** Which people of a tenant are meant. */
export type PeopleFilter = {
  states: readonly State[];
  roles: readonly Role[];
  /** The folded beginning of a name, a last name or an address; null for everybody. */
  search: string | null;
};

/** A column of `seats` (as `c`) that may begin with the searched text. */
export type SearchKey = "name_key" | "surname_key" | "email_key";

/** Where a searched text is looked for, in the order of the answers. Only an address holds an @. */
export function searchKeys(search: string): readonly SearchKey[] {
  return search.includes("@") ? ["email_key"] : ["name_key", "surname_key", "email_key"];
}

/** Whether a key begins with the searched text: a range of the key's index. */
export function beginsWith(key: SearchKey, search: string): SQL {
  // No text that begins with these signs is followed by a higher one than the last of Unicode.
  return sql`(c.${sql.raw(key)} >= ${search} and c.${sql.raw(key)} < ${`${search}\u{10ffff}`})`;
}

/** The condition that keeps those rows of `seats` (as `c`) that a filter means. */
export function matching(tx: TenantTx, { states, roles, search }: PeopleFilter): SQL {
  const found =
    search === null
      ? sql`true`
      : sql.join(
          searchKeys(search).map((key) => beginsWith(key, search)),
          sql` or `,
        );
  return sql`c.tenant_id = ${tx.scope.tenantId}::uuid and c.state = any(${textArray(states)})
    and c.role = any(${textArray(roles)}) and (${found})`;
}
