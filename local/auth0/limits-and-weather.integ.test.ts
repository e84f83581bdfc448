import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { authorize } from "./testing/authorize";
import { getWithToken } from "./testing/get-with-token";
import { openBrowser } from "./testing/open-browser";
import { startTestTenant, type TestTenant } from "./testing/start-test-tenant";

let tenant: TestTenant;

beforeAll(async () => {
  tenant = await startTestTenant();
});
afterAll(() => tenant.stop());
beforeEach(async () => {
  await tenant.control("POST /reset");
  await tenant.control("PUT /settings", { plan: "professional", rateLimits: true });
});

const get = (path: string, token: string) => getWithToken(tenant, path, token);

describe("rate limits", () => {
  test("every reply carries Auth0's headers", async () => {
    const { headers } = await get("/api/v2/users", await tenant.token());
    expect(headers.get("x-ratelimit-limit")).toBe("40");
    expect(headers.get("x-ratelimit-remaining")).toBe("39");
    expect(Number(headers.get("x-ratelimit-reset"))).toBeGreaterThan(Date.now() / 1_000 - 2);
  });

  test("refusals carry them too", async () => {
    const limits = async (token: string) => {
      const { status, headers } = await get("/api/v2/users", token);
      return [status, headers.get("x-ratelimit-limit"), headers.get("x-ratelimit-remaining")];
    };
    expect(await limits("nonsense")).toEqual([401, "40", "39"]);
    expect(await limits(await tenant.token("create:users"))).toEqual([403, "40", "38"]);
  });

  test.each([
    ["free", "2", "2", "300"],
    ["professional", "40", "10", "25"],
    ["enterprise", "50", "50", "100"],
  ])("%s: %s for users, %s for jobs and tickets, %s for signing in", async (plan, users, others, signIn) => {
    await tenant.control("PUT /settings", { plan });
    const token = await tenant.token();
    const limitOf = async (path: string) => (await get(path, token)).headers.get("x-ratelimit-limit");
    expect(await limitOf("/api/v2/users")).toBe(users);
    expect(await limitOf("/api/v2/jobs/job_unknown")).toBe(others);
    const { headers } = await fetch(`${tenant.origin}/userinfo`);
    expect(headers.get("x-ratelimit-limit")).toBe(signIn);
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
    const log = z.array(z.record(z.string(), z.unknown())).parse(await tenant.control("GET /calls/log"));
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
    const limited = await get("/api/v2/users/auth0%7Ca", token);
    expect(limited.status).toBe(429);
    expect(limited.headers.get("x-ratelimit-limit")).toBe("40");
    expect(limited.headers.get("x-ratelimit-remaining")).toBe("0");
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
