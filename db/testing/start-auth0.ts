import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { findFreePort } from "./find-free-port";
import { type DatabaseUrls, portalEnvironment } from "./portal-environment";
import { startService } from "./start-service";

export type Auth0Call = { at: string; route: string; status: number; ids: Record<string, string> };

export type TestAuth0 = {
  origin: string;
  /** Orders something by the control port, such as `POST /weather`, and answers its JSON. */
  control(route: string, body?: unknown): Promise<unknown>;
  /** How often a route was called since the last `DELETE /calls`, such as `POST /api/v2/jobs/users-imports`. */
  count(route: string): Promise<number>;
  calls(): Promise<Auth0Call[]>;
  /** Whatever Auth0 knows of the user of an address; null when nobody has it. */
  user(email: string): Promise<Auth0Person | null>;
  stop(): Promise<void>;
};

export type Auth0Person = {
  user_id: string;
  email: string;
  email_verified: boolean;
  blocked: boolean;
  has_password: boolean;
};

/** Starts the local tenant with a database of its own, for the portal of `portalEnvironment`. */
export async function startAuth0(urls: DatabaseUrls): Promise<TestAuth0> {
  const database = `auth0_${randomBytes(6).toString("hex")}`;
  const admin = postgres(urls.admin, { max: 1, onnotice: () => {} });
  await admin`create database ${admin(database)}`;
  const [port, controlPort] = [await findFreePort(), await findFreePort()];
  const portal = portalEnvironment(urls);
  const databaseUrl = new URL(urls.admin);
  databaseUrl.pathname = `/${database}`;
  const service = await startService(["local/auth0/main.ts"], {
    LOCAL_AUTH0_PORT: String(port),
    LOCAL_AUTH0_CONTROL_PORT: String(controlPort),
    LOCAL_AUTH0_DATABASE_URL: databaseUrl.href,
    LOCAL_AUTH0_APP_BASE_URL: portal.APP_BASE_URL ?? "",
    LOCAL_AUTH0_CLIENT_ID: portal.AUTH0_CLIENT_ID ?? "",
    LOCAL_AUTH0_CLIENT_SECRET: portal.AUTH0_CLIENT_SECRET ?? "",
    LOCAL_AUTH0_CONNECTION_ID: portal.AUTH0_CONNECTION_ID ?? "",
    LOCAL_AUTH0_PLAN: "enterprise",
  });
  const control = (route: string, body?: unknown) => ask(controlPort, route, body);
  await control("PUT /settings", { jobDelayMs: 0 });
  return {
    origin: `http://localhost:${port}`,
    control,
    count: async (route) => asCounts(await control("GET /calls"))[route] ?? 0,
    calls: async () => asCalls(await control("GET /calls/log")),
    user: async (email) => asPerson(await ask(controlPort, `GET /users?email=${encodeURIComponent(email)}`)),
    async stop() {
      await service.stop();
      await admin`drop database ${admin(database)} with (force)`;
      await admin.end();
    },
  };
}

async function ask(port: number, route: string, body?: unknown): Promise<unknown> {
  const [method = "", path = ""] = route.split(" ");
  const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  if (reply.status === 404) return null;
  if (!reply.ok) throw new Error(`the tenant's control port answered ${route} with ${reply.status}: ${text}`);
  return text === "" ? null : JSON.parse(text);
}

// What the control port answers is written by this repository's own local/auth0/control.
function asCounts(reply: unknown): Record<string, number> {
  return reply as Record<string, number>;
}

function asCalls(reply: unknown): Auth0Call[] {
  return reply as Auth0Call[];
}

function asPerson(reply: unknown): Auth0Person | null {
  const row = reply as (Omit<Auth0Person, "blocked"> & { blocked: boolean | null }) | null;
  return row === null ? null : { ...row, blocked: row.blocked === true };
}
