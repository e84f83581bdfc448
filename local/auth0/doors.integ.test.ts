import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { authorize } from "./testing/authorize";
import { openBrowser } from "./testing/open-browser";
import { app, startProcess, startTestTenant, type TestTenant } from "./testing/start-test-tenant";

let tenant: TestTenant;

beforeAll(async () => {
  tenant = await startTestTenant();
});
afterAll(() => tenant.stop());
beforeEach(async () => {
  await tenant.control("POST /reset");
  await tenant.control("PUT /settings", { plan: "professional", rateLimits: true });
});

const get = async (path: string, token: string) => {
  const reply = await fetch(`${tenant.origin}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return {
    status: reply.status,
    headers: reply.headers,
    body: (await reply.json()) as Record<string, unknown>,
  };
};

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

describe("Management API tokens", () => {
  const ask = async (body: RequestInit["body"], headers: Record<string, string> = {}) => {
    const reply = await fetch(`${tenant.origin}/oauth/token`, {
      method: "POST",
      headers,
      body: body ?? null,
    });
    return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
  };
  const wish = () => ({
    grant_type: "client_credentials",
    client_id: app.clientId,
    client_secret: app.clientSecret,
    audience: `https://${new URL(tenant.origin).host}/api/v2/`,
  });

  test("hold exactly the portal's five scopes for a day, asked for by form or JSON", async () => {
    const json = { "content-type": "application/json" };
    for (const { status, body } of [
      await ask(new URLSearchParams(wish())),
      await ask(JSON.stringify(wish()), json),
    ]) {
      expect(status).toBe(200);
      expect(body).toMatchObject({
        scope: "read:users update:users delete:users create:users create:user_tickets",
        expires_in: 86_400,
        token_type: "Bearer",
      });
      const claims = JSON.parse(
        Buffer.from(String(body.access_token).split(".")[1] ?? "", "base64url").toString(),
      );
      expect(claims).toMatchObject({
        sub: `${app.clientId}@clients`,
        aud: wish().audience,
        gty: "client-credentials",
      });
    }
  });

  test("are not given to strangers, for other APIs or by other grants", async () => {
    expect(await ask(new URLSearchParams({ ...wish(), client_secret: "wrong" }))).toEqual({
      status: 401,
      body: { error: "access_denied", error_description: "Unauthorized" },
    });
    expect((await ask(new URLSearchParams({ ...wish(), audience: "https://other/" }))).status).toBe(403);
    expect((await ask(new URLSearchParams({ ...wish(), grant_type: "password" }))).status).toBe(403);
  });

  test("are demanded, checked and limited by scope", async () => {
    const genuine = await tenant.token();
    const [header, claims, signature = ""] = genuine.split(".");
    const forged = `${header}.${claims}.${signature.split("").reverse().join("")}`;
    expect((await get("/api/v2/users", "nonsense")).body).toMatchObject({
      statusCode: 401,
      message: "Invalid token.",
    });
    expect((await get("/api/v2/users", forged)).body).toMatchObject({
      statusCode: 401,
      message: "Invalid signature received for JSON Web Token validation.",
    });
    expect((await get("/api/v2/users", await tenant.token("create:users"))).body).toEqual({
      statusCode: 403,
      error: "Forbidden",
      message: "Insufficient scope, expected any of: read:users",
      errorCode: "insufficient_scope",
    });
  });
});

describe("rate limits", () => {
  test("every reply carries Auth0's headers", async () => {
    const { headers } = await get("/api/v2/users", await tenant.token());
    expect(headers.get("x-ratelimit-limit")).toBe("40");
    expect(headers.get("x-ratelimit-remaining")).toBe("39");
    expect(Number(headers.get("x-ratelimit-reset"))).toBeGreaterThan(Date.now() / 1_000 - 2);
  });

  const burst = (calls: number, path: string, token: string) =>
    Promise.all(Array.from({ length: calls }, () => get(path, token)));

  test("free: a burst beyond the plan is refused with 429 in Auth0's words", async () => {
    await tenant.control("PUT /settings", { plan: "free" });
    const replies = await burst(20, "/api/v2/users", await tenant.token());
    expect(replies.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(2);
    const refused = replies.find(({ status }) => status === 429);
    expect(refused?.body).toEqual({
      statusCode: 429,
      error: "Too Many Requests",
      message: "Global limit has been reached",
      errorCode: "too_many_requests",
    });
    expect(refused?.headers.get("x-ratelimit-limit")).toBe("2");
    expect(refused?.headers.get("x-ratelimit-remaining")).toBe("0");
  });

  test("professional: polling jobs leaves the budget for reading users alone", async () => {
    const token = await tenant.token();
    const polls = await burst(40, "/api/v2/jobs/job_unknown", token);
    expect(polls.map(({ status }) => status)).toContain(429);
    expect((await get("/api/v2/users", token)).status).toBe(200);
  });

  test("can be switched off", async () => {
    await tenant.control("PUT /settings", { plan: "free", rateLimits: false });
    const token = await tenant.token();
    const replies = await Promise.all([1, 2, 3, 4, 5].map(() => get("/api/v2/users", token)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });
});

describe("weather", () => {
  const plant = (email: string) =>
    tenant.management.users.create({
      connection: "Username-Password-Authentication",
      email,
      password: "correct horse",
      verify_email: false,
    });
  const exists = async (email: string) =>
    (await tenant.management.users.listUsersByEmail({ email })).length === 1;

  test("fail, as often as ordered", async () => {
    await tenant.control("POST /weather", {
      route: "POST /api/v2/users",
      kind: "fail",
      times: 2,
      status: 502,
    });
    await expect(plant("a@acme.test")).rejects.toMatchObject({ statusCode: 502 });
    await expect(plant("a@acme.test")).rejects.toMatchObject({ statusCode: 502 });
    await expect(plant("a@acme.test")).resolves.toMatchObject({ email: "a@acme.test" });
  });

  test("drop-before cuts the call and does nothing; drop-after-commit does it and cuts the answer", async () => {
    await tenant.control("POST /weather", { route: "POST /api/v2/users", kind: "drop-before", times: 1 });
    await expect(plant("a@acme.test")).rejects.toThrow();
    expect(await exists("a@acme.test")).toBe(false);
    await tenant.control("POST /weather", {
      route: "POST /api/v2/users",
      kind: "drop-after-commit",
      times: 1,
    });
    await expect(plant("b@acme.test")).rejects.toThrow();
    expect(await exists("b@acme.test")).toBe(true);
    const log = (await tenant.control("GET /calls/log")) as { route: string; status: number }[];
    const cut = log.filter(({ route, status }) => route === "POST /api/v2/users" && status === 0);
    expect(cut).toHaveLength(2);
  });

  test("drop-after-commit also cuts what the OpenID Connect engine answers", async () => {
    await tenant.control("POST /weather", { route: "GET /authorize", kind: "drop-after-commit", times: 1 });
    await expect(fetch(authorize(tenant.origin).url)).rejects.toThrow();
    expect((await openBrowser(tenant.origin).open(authorize(tenant.origin).url)).status).toBe(200);
  });

  test("rate-limit and delay, on any route", async () => {
    await tenant.control("POST /weather", { route: "GET /api/v2/users/{id}", kind: "rate-limit", times: 1 });
    const token = await tenant.token();
    expect((await get("/api/v2/users/auth0%7Ca", token)).status).toBe(429);
    await tenant.control("POST /weather", {
      route: "GET /api/v2/users/{id}",
      kind: "delay",
      times: 1,
      delayMs: 300,
    });
    const started = performance.now();
    expect((await get("/api/v2/users/auth0%7Ca", token)).status).toBe(404);
    expect(performance.now() - started).toBeGreaterThan(290);
  });

  test("can be called off", async () => {
    await tenant.control("POST /weather", { route: "POST /api/v2/users", kind: "fail", times: 5 });
    await tenant.control("DELETE /weather");
    await expect(plant("a@acme.test")).resolves.toMatchObject({ email: "a@acme.test" });
  });
});

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

  test("keeps sessions, keys and the moved clock over a crash", async () => {
    await tenant.control("POST /users", { email: "ann@acme.test", password: "correct horse" });
    const browser = openBrowser(tenant.origin);
    const login = await browser.open(authorize(tenant.origin).url);
    await browser.submit(login, { username: "ann@acme.test", password: "correct horse" });
    const token = await tenant.token();
    await tenant.control("POST /clock", { advanceSeconds: 600 });
    await tenant.crashAndRestart();
    expect((await browser.open(authorize(tenant.origin).url)).url).toContain("/auth/callback?code=");
    expect((await get("/api/v2/users", token)).status).toBe(200);
    expect(await tenant.control("GET /state")).toMatchObject({ clock: { offsetMs: 600_000 } });
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

  test("goes with its launcher, and stops in order when told to", async () => {
    const told = await startTestTenant();
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
