import { afterEach, describe, expect, it, vi } from "vitest";

const good = {
  APP_BASE_URL: "https://portal.example.com",
  DATABASE_URL: "postgres://app:pw@db:5432/analystick",
  AUTH0_MODE: "auth0",
  AUTH0_DOMAIN: "acme.eu.auth0.com",
  AUTH0_CLIENT_ID: "id",
  AUTH0_CLIENT_SECRET: "secret",
  AUTH0_SECRET: "a".repeat(64),
  AUTH0_CONNECTION_ID: "con_0123456789abcdef",
  INVITATION_SECRET: "b".repeat(64),
  SMTP_URL: "smtp://mail:25",
  MAIL_FROM: "Analystick <letters@example.com>",
};

async function problemsOf(
  changes: Record<string, string>,
  ...needed: "DATABASE_QUEUE_URL"[]
): Promise<readonly string[]> {
  vi.resetModules();
  for (const [name, value] of Object.entries({
    DATABASE_QUEUE_URL: "",
    DATABASE_OWNER_URL: "",
    ...good,
    ...changes,
  }))
    vi.stubEnv(name, value);
  const { env, EnvError } = await import("./env");
  try {
    env(...needed);
    return [];
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
}

afterEach(() => vi.unstubAllEnvs());

describe("env", () => {
  it("accepts a complete production environment", async () => {
    expect(await problemsOf({})).toEqual([]);
  });

  it("lists every missing and malformed variable at once, one line each", async () => {
    const problems = await problemsOf({
      DATABASE_URL: "",
      AUTH0_SECRET: "short",
      SMTP_URL: "mail.example.com",
    });
    expect(problems).toHaveLength(3);
    expect(problems).toContain("DATABASE_URL is missing");
    expect(problems.join("\n")).toMatch(/AUTH0_SECRET must be 64 hexadecimal digits/);
    expect(problems.join("\n")).toMatch(/SMTP_URL must be an SMTP URL/);
  });

  it("judges the Auth0 domain and the base URL even when something else is at fault, and once each", async () => {
    const problems = await problemsOf({
      AUTH0_SECRET: "short",
      AUTH0_DOMAIN: "https://acme.eu.auth0.com",
      APP_BASE_URL: "portal.example.com",
    });
    expect(problems.map((problem) => problem.split(" ")[0]).sort()).toEqual([
      "APP_BASE_URL",
      "AUTH0_DOMAIN",
      "AUTH0_SECRET",
    ]);
  });

  it.each([
    "https://acme.eu.auth0.com",
    "acme.eu.auth0.com/",
    "localhost:3001",
    "http://localhost:3001",
    "acme",
    "127.0.0.1",
  ])("refuses %s as the domain of a real tenant", async (AUTH0_DOMAIN) => {
    expect((await problemsOf({ AUTH0_DOMAIN })).join()).toMatch(/AUTH0_DOMAIN must be the bare hostname/);
  });

  it("allows plain http only between localhost and localhost", async () => {
    const local = {
      AUTH0_MODE: "local",
      AUTH0_DOMAIN: "http://localhost:3001",
      APP_BASE_URL: "http://localhost:3000",
    };
    expect(await problemsOf(local)).toEqual([]);
    expect((await problemsOf({ ...local, AUTH0_DOMAIN: "http://auth.example.com" })).join()).toMatch(
      /AUTH0_DOMAIN/,
    );
    expect((await problemsOf({ ...local, APP_BASE_URL: "https://portal.example.com" })).join()).toMatch(
      /APP_BASE_URL/,
    );
  });

  it("names it together with everything else that is wrong", async () => {
    const problems = await problemsOf({ INVITATION_SECRET: "" }, "DATABASE_QUEUE_URL");
    expect(problems).toEqual(["INVITATION_SECRET is missing", "DATABASE_QUEUE_URL is missing"]);
  });

  it("names a variable that only this process needs", async () => {
    expect(await problemsOf({}, "DATABASE_QUEUE_URL")).toEqual(["DATABASE_QUEUE_URL is missing"]);
  });

  it.each(["-1", "10", "all", "203.0.113.7"])(
    "refuses %s as a number of trusted proxies",
    async (TRUSTED_PROXIES) => {
      expect((await problemsOf({ TRUSTED_PROXIES })).join()).toMatch(/TRUSTED_PROXIES must be how many/);
    },
  );

  it("takes a mailbox or a page as the security contact, as URIs", async () => {
    for (const SECURITY_CONTACT of ["mailto:security@example.com", "https://example.com/security"])
      expect(await problemsOf({ SECURITY_CONTACT })).toEqual([]);
    expect((await problemsOf({ SECURITY_CONTACT: "security@example.com" })).join()).toMatch(/must be a URI/);
  });

  it("refuses a base URL with a path, because callbacks would miss it", async () => {
    expect((await problemsOf({ APP_BASE_URL: "https://portal.example.com/app" })).join()).toMatch(
      /origin only/,
    );
  });
});
