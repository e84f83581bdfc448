import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { authorize } from "./testing/authorize";
import { getWithToken } from "./testing/get-with-token";
import { openBrowser } from "./testing/open-browser";
import { startProcess } from "./testing/start-process";
import { startTestTenant, type TestTenant } from "./testing/start-test-tenant";
import { app } from "./testing/test-app";

let tenant: TestTenant;

beforeAll(async () => {
  tenant = await startTestTenant();
});
afterAll(() => tenant.stop());
beforeEach(async () => {
  await tenant.control("POST /reset");
});

const get = (path: string, token: string) => getWithToken(tenant, path, token);

/** Sends a request with a Host header of one's choice, which fetch does not allow. */
function statusFor(port: number, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers }, (reply) => {
      reply.resume();
      resolve(reply.statusCode ?? 0);
    })
      .once("error", reject)
      .end();
  });
}

/** Whether anybody takes a connection at an address. */
function isOpen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const answer = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once("connect", () => answer(true));
    socket.once("error", () => answer(false));
  });
}

/** The public half of a tenant's signing key. */
async function publicKey({ origin }: TestTenant): Promise<unknown> {
  return (await fetch(`${origin}/.well-known/jwks.json`)).json();
}

/** Runs main.ts to its end and answers its exit code and what it said. */
async function runToEnd(env: Record<string, string>): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "local/auth0/main.ts"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += String(chunk);
  });
  const [code] = await once(child, "close");
  return { code, said };
}

describe("the control port", () => {
  test("counts calls by route and never writes secrets down", async () => {
    const token = await tenant.token();
    await get("/api/v2/users/auth0%7Ca", token);
    await get("/api/v2/users/auth0%7Cb", token);
    expect(await tenant.control("GET /calls")).toEqual({
      "POST /oauth/token": 1,
      "GET /api/v2/users/{id}": 2,
    });
    const log = JSON.stringify(await tenant.control("GET /calls/log"));
    expect(log).toContain("auth0|a");
    expect(log).not.toContain(token);
    expect(log).not.toContain(app.clientSecret);
  });

  test("shows a raw user without the password", async () => {
    await tenant.control("POST /users", { email: "Ann@acme.test", password: "correct horse" });
    const user = await tenant.control("GET /users?email=ann@acme.test");
    expect(user).toMatchObject({ email: "ann@acme.test", has_password: true });
    expect(user).not.toHaveProperty("password_hash");
  });

  test("explains an order it can't follow", async () => {
    await expect(tenant.control("POST /weather", { route: "nonsense", kind: "fail" })).rejects.toThrow(
      /400.*route/,
    );
  });
});

describe("the process", () => {
  test("answers to localhost only, on both ports, and the control port not to web pages", async () => {
    const port = Number(tenant.env.LOCAL_AUTH0_PORT);
    const controlPort = Number(tenant.env.LOCAL_AUTH0_CONTROL_PORT);
    const path = "/.well-known/openid-configuration";
    expect(await statusFor(port, path, { host: `localhost:${port}` })).toBe(200);
    expect(await statusFor(port, path, { host: `rebound.evil.test:${port}` })).toBe(421);
    expect(await statusFor(controlPort, "/state", { host: `rebound.evil.test:${controlPort}` })).toBe(403);
    const origin = "http://localhost:4190";
    expect(await statusFor(controlPort, "/state", { host: `127.0.0.1:${controlPort}`, origin })).toBe(403);
  });

  test("listens on 127.0.0.1, and not on this machine's other addresses", async () => {
    for (const port of [Number(tenant.env.LOCAL_AUTH0_PORT), Number(tenant.env.LOCAL_AUTH0_CONTROL_PORT)]) {
      expect(await isOpen("127.0.0.1", port)).toBe(true);
      // All of 127.0.0.0/8 is this machine: whoever listens on every address is heard at this one too.
      expect(await isOpen("127.0.0.2", port)).toBe(false);
    }
  });

  test("limits calls by its plan without being told to", async () => {
    const token = await tenant.token();
    const replies = await Promise.all(Array.from({ length: 60 }, () => get("/api/v2/users", token)));
    expect(replies.map(({ status }) => status)).toContain(429);
    expect(replies[0]?.headers.get("x-ratelimit-limit")).toBe("40");
  });

  test("keeps users, tickets, sessions, keys and the moved clock over a crash", async () => {
    const user = await tenant.control("POST /users", { email: "ann@acme.test", password: "correct horse" });
    const { user_id } = z.looseObject({ user_id: z.string() }).parse(user);
    const { ticket } = await tenant.management.tickets.verifyEmail({ user_id });
    const key = await publicKey(tenant);
    const browser = openBrowser(tenant.origin);
    const login = await browser.open(authorize(tenant.origin).url);
    await browser.submit(login, { username: "ann@acme.test", password: "correct horse" });
    const token = await tenant.token();
    await tenant.control("POST /clock", { advanceSeconds: 600 });
    await tenant.crashAndRestart();
    expect((await browser.open(authorize(tenant.origin).url)).url).toContain("/auth/callback?code=");
    expect((await get("/api/v2/users", token)).status).toBe(200);
    expect(await publicKey(tenant)).toEqual(key);
    expect(await tenant.control("GET /state")).toMatchObject({ clock: { offsetMs: 600_000 } });
    expect((await browser.open(ticket)).body).toContain("successfully verified");
  });

  test("says in one line that a port is taken, and exits with 1", async () => {
    const { code, said } = await runToEnd(tenant.env);
    expect(code).toBe(1);
    expect(said).toContain(`port ${tenant.env.LOCAL_AUTH0_PORT} is in use`);
    expect(said).not.toMatch(/^\s+at /m);
  });

  test("never runs in production on its own, and lists every setting that is missing", async () => {
    const production = await runToEnd({ ...tenant.env, NODE_ENV: "production" });
    expect(production).toMatchObject({ code: 1, said: expect.stringContaining("never runs in production") });
    const incomplete = await runToEnd({ ...tenant.env, LOCAL_AUTH0_PORT: "", LOCAL_AUTH0_CLIENT_ID: "" });
    expect(incomplete.code).toBe(1);
    expect(incomplete.said).toContain("LOCAL_AUTH0_PORT");
    expect(incomplete.said).toContain("LOCAL_AUTH0_CLIENT_ID");
  });

  test("has keys that no other tenant has, goes with its launcher, and stops in order when told to", async () => {
    const told = await startTestTenant();
    expect(await publicKey(told)).not.toEqual(await publicKey(tenant));
    const exit = once(told.process(), "exit");
    told.process().kill("SIGTERM");
    expect(await exit).toEqual([0, null]);
    const orphan = await startProcess(told.env);
    const gone = once(orphan, "exit");
    orphan.disconnect();
    expect(await gone).toEqual([0, null]);
    await told.stop();
  });
});
