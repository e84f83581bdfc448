import type { Call, Reply } from "../server/call";
import { replyJson } from "../server/reply-json";
import type { Tenant } from "../tenant";
import { presentUser } from "../users/present-user";
import type { UserRow } from "../users/user-row";
import { apiError } from "./api-error";
import { readQuery } from "./read-query";
import { selectFields } from "./select-fields";

const parameters = [
  "page",
  "per_page",
  "include_totals",
  "q",
  "search_engine",
  "connection",
  "fields",
  "include_fields",
];

/**
 * GET /api/v2/users, paged. Of the search syntax only `email:"..."` is understood. A user appears here a moment
 * after they were made: Auth0 calls this endpoint eventually consistent.
 * Source: Auth0 Management API v2, "List or Search Users".
 */
export async function listUsers(tenant: Tenant, call: Call): Promise<Reply> {
  const outcome = readQuery(call, parameters);
  if (!outcome.ok) return outcome.reply;
  const { query } = outcome;
  const paging = readPaging(query);
  if (!paging.ok) return apiError(400, paging.message, "invalid_query_string");
  const email = readSearch(query.get("q"));
  if (email === "unsupported")
    return apiError(400, 'The local tenant searches by q=email:"..." only.', "invalid_query_string");
  const { rows, total } = await findUsers(tenant, paging, { email, connection: query.get("connection") });
  const users = rows.map((row) => selectFields(presentUser(row, tenant.config.connection.name), query));
  if (query.get("include_totals") !== "true") return replyJson(200, users);
  const { start, limit } = paging;
  return replyJson(200, { start, limit, length: users.length, total, users });
}

type Paging = { ok: true; start: number; limit: number } | { ok: false; message: string };

function readPaging(query: URLSearchParams): Paging {
  const limit = Number(query.get("per_page") ?? 50);
  const page = Number(query.get("page") ?? 0);
  if (!Number.isInteger(limit) || limit < 0)
    return { ok: false, message: "Query validation error: 'Expected type integer' on property per_page." };
  if (limit > 100)
    return {
      ok: false,
      message: `Query validation error: 'Value ${limit} is greater than maximum 100' on property per_page (Number of results per page).`,
    };
  if (!Number.isInteger(page) || page < 0)
    return { ok: false, message: "Query validation error: 'Expected type integer' on property page." };
  if (page * limit >= 1_000)
    return { ok: false, message: "You can only page through the first 1000 records." };
  return { ok: true, start: page * limit, limit };
}

function readSearch(q: string | null): string | undefined {
  if (!q) return undefined;
  return /^email(?:\.raw)?:"([^"]+)"$/.exec(q)?.[1]?.toLowerCase() ?? "unsupported";
}

async function findUsers(
  { db, clock, settings, config }: Tenant,
  { start, limit }: { start: number; limit: number },
  { email, connection }: { email: string | undefined; connection: string | null },
): Promise<{ rows: UserRow[]; total: number }> {
  if (connection !== null && connection !== config.connection.name) return { rows: [], total: 0 };
  const indexedUntil = new Date(clock.now().getTime() - settings.searchDelayMs);
  const matching = db`created_at <= ${indexedUntil} ${email ? db`and email = ${email}` : db``}`;
  const rows = await db<UserRow[]>`
    select * from users where ${matching} order by created_at, user_id limit ${limit} offset ${start}`;
  const [count] = await db<{ total: number }[]>`select count(*)::int as total from users where ${matching}`;
  return { rows, total: count?.total ?? 0 };
}
