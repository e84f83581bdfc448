import type { Adapter, AdapterPayload } from "oidc-provider";
import type { Clock } from "../clock";
import type { Database, JsonObject } from "../store/connect";

/**
 * Stores one kind of the OpenID Connect engine's records (sessions, codes, grants, ...) in PostgreSQL. Records
 * expire by the tenant's clock.
 */
export function createRecordAdapter(db: Database, clock: Clock, model: string): Adapter {
  const findBy = async (column: "id" | "uid" | "user_code", value: string) => {
    const [row] = await db<{ payload: AdapterPayload }[]>`
      select payload from oidc_records
      where model = ${model} and ${db(column)} = ${value}
        and (expires_at is null or expires_at > ${clock.now()})`;
    return row?.payload;
  };
  return {
    find: (id) => findBy("id", id),
    findByUid: (uid) => findBy("uid", uid),
    findByUserCode: (userCode) => findBy("user_code", userCode),
    async upsert(id, payload, expiresIn) {
      const expiresAt = expiresIn ? new Date(clock.now().getTime() + expiresIn * 1_000) : null;
      await db`
        insert into oidc_records ${db({
          model,
          id,
          payload: db.json(asJson(payload)),
          uid: payload.uid ?? null,
          user_code: payload.userCode ?? null,
          grant_id: payload.grantId ?? null,
          account_id: payload.accountId ?? null,
          expires_at: expiresAt,
        })}
        on conflict (model, id) do update set
          payload = excluded.payload, uid = excluded.uid, user_code = excluded.user_code,
          grant_id = excluded.grant_id, account_id = excluded.account_id, expires_at = excluded.expires_at`;
    },
    async consume(id) {
      const consumed = Math.floor(clock.machineNow().getTime() / 1_000);
      await db`
        update oidc_records set payload = payload || ${db.json({ consumed })}
        where model = ${model} and id = ${id}`;
    },
    async destroy(id) {
      await db`delete from oidc_records where model = ${model} and id = ${id}`;
    },
    async revokeByGrantId(grantId) {
      await db`delete from oidc_records where grant_id = ${grantId}`;
    },
  };
}

/** The engine documents every payload as plain JSON data, made to be stored as such. */
function asJson(payload: AdapterPayload): JsonObject {
  return payload as JsonObject;
}
