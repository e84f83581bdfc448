import type { SessionData, SessionDataStore } from "@auth0/nextjs-auth0/types";
import { inMachinery } from "@/db/in-machinery";
import {
  deleteSession,
  deleteSessionsByProvider,
  readSession,
  updateSession,
  writeSession,
} from "@/db/sessions";
import { auth0Tenant } from "./tenant";

/** Under this name the row's own id travels with the session's data. */
export const SESSION_ID = "analystickSessionId";

/**
 * Keeps sessions in the database, so that deleting a row ends the sign-in at its next request. `update` is one
 * conditional statement: a deleted session cannot come back.
 */
export const sessionStore: SessionDataStore = {
  async get(id) {
    const row = await inMachinery((tx) => readSession(tx, id));
    return row === null ? null : { ...asSessionData(row.data), [SESSION_ID]: row.id };
  },
  async set(id, session) {
    const { issuer: iss } = auth0Tenant();
    await inMachinery((tx) =>
      writeSession(tx, {
        id,
        iss,
        sub: session.user.sub,
        sid: session.internal.sid || null,
        authenticatedAt: authenticatedAt(session),
        data: session,
      }),
    );
  },
  update: (id, session) => inMachinery((tx) => updateSession(tx, id, session)),
  delete: (id) => inMachinery((tx) => deleteSession(tx, id)),
  deleteByLogoutToken: ({ sid, sub }) =>
    inMachinery((tx) =>
      deleteSessionsByProvider(tx, { iss: auth0Tenant().issuer, sid: sid ?? null, sub: sub ?? null }),
    ),
};

function authenticatedAt(session: SessionData): Date | null {
  const seconds = Number(session.user.auth_time);
  return Number.isFinite(seconds) && seconds > 0 ? new Date(seconds * 1_000) : null;
}

/** Guaranteed by `set` and `update`: this column holds only what the SDK handed us. */
function asSessionData(data: unknown): SessionData {
  return data as SessionData;
}
