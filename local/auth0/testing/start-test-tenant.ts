import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";

import { ManagementClient } from "auth0";
import postgres from "postgres";
import { findFreePort } from "./find-free-port";
import { readObject } from "./read-object";
import { startProcess } from "./start-process";
import { app, connection } from "./test-app";

export interface TestTenant {
  /** `http://localhost:<port>`, without a slash at the end. */
  origin: string;
  env: Record<string, string>;
  /** The real SDK, with https to localhost turned into http and its own retries off. */
  management: ManagementClient;
  /** Calls the control port and answers its JSON. */
  control(route: string, body?: unknown): Promise<unknown>;
  /** Asks for a Management API token; `scope` narrows it. */
  token(scope?: string): Promise<string>;
  /** Kills the process without warning and starts it again on the same data. */
  crashAndRestart(): Promise<void>;
  process(): ChildProcess;
  stop(): Promise<void>;
}

/** Starts the tenant as a process of its own, on free ports and in a database of its own that `stop` drops. */
export async function startTestTenant(overrides: Record<string, string> = {}): Promise<TestTenant> {
  const database = await createDatabase();
  const [port, controlPort] = [await findFreePort(), await findFreePort()];
  const env = {
    LOCAL_AUTH0_PORT: String(port),
    LOCAL_AUTH0_CONTROL_PORT: String(controlPort),
    LOCAL_AUTH0_DATABASE_URL: database.url,
    LOCAL_AUTH0_APP_BASE_URL: app.url,
    LOCAL_AUTH0_CLIENT_ID: app.clientId,
    LOCAL_AUTH0_CLIENT_SECRET: app.clientSecret,
    LOCAL_AUTH0_CONNECTION_ID: connection.id,
    ...overrides,
  };
  const origin = `http://localhost:${port}`;
  let child = await startProcess(env);
  return {
    origin,
    env,
    management: managementClient(port),
    control: (route, body) => control(controlPort, route, body),
    token: (scope) => fetchToken(port, scope),
    async crashAndRestart() {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
      child = await startProcess(env);
    },
    process: () => child,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, "exit");
        child.kill("SIGTERM");
        await gone;
      }
      await database.drop();
    },
  };
}

async function createDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const adminUrl = process.env.TEST_ADMIN_DATABASE_URL;
  if (!adminUrl) throw new Error("TEST_ADMIN_DATABASE_URL must name a PostgreSQL superuser");
  const name = `auth0_test_${randomBytes(6).toString("hex")}`;
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  await admin`create database ${admin(name)}`;
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      await admin`drop database ${admin(name)} with (force)`;
      await admin.end();
    },
  };
}

function managementClient(port: number): ManagementClient {
  return new ManagementClient({
    domain: `localhost:${port}`,
    clientId: app.clientId,
    clientSecret: app.clientSecret,
    maxRetries: 0,
    fetch: (input, init) =>
      fetch(String(input).replace(`https://localhost:${port}/`, `http://localhost:${port}/`), init),
  });
}

async function control(port: number, route: string, body: unknown): Promise<unknown> {
  const [method = "", path = ""] = route.split(" ");
  const reply = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`control ${route} answered ${reply.status}: ${text}`);
  return text === "" ? undefined : JSON.parse(text);
}

async function fetchToken(port: number, scope: string | undefined): Promise<string> {
  const reply = await fetch(`http://localhost:${port}/oauth/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: app.clientId,
      client_secret: app.clientSecret,
      audience: `https://localhost:${port}/api/v2/`,
      ...(scope === undefined ? {} : { scope }),
    }),
  });
  return String((await readObject(reply)).access_token);
}
