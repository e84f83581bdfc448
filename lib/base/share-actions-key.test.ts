import { afterEach, expect, it, vi } from "vitest";

const NAME = "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY";
afterEach(() => vi.unstubAllEnvs());

/** What Next.js would find in a process with this session secret. */
async function keyWith(secret: string, chosen = ""): Promise<string> {
  vi.resetModules();
  const settings = {
    APP_BASE_URL: "https://portal.example.com",
    DATABASE_URL: "postgres://app:pw@db:5432/analystick",
    AUTH0_DOMAIN: "acme.eu.auth0.com",
    AUTH0_CLIENT_ID: "id",
    AUTH0_CLIENT_SECRET: "secret",
    AUTH0_CONNECTION_ID: "con_0123456789abcdef",
    INVITATION_SECRET: "b".repeat(64),
    MAIL_FROM: "letters@example.com",
    AUTH0_SECRET: secret,
    [NAME]: chosen,
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { shareActionsKey } = await import("./share-actions-key");
  shareActionsKey();
  return process.env[NAME] ?? "";
}

it("gives all web processes of one session secret one key for server actions, and others another", async () => {
  const key = await keyWith("a".repeat(64));
  expect(Buffer.from(key, "base64")).toHaveLength(32);
  expect(await keyWith("a".repeat(64))).toBe(key);
  expect(await keyWith("c".repeat(64))).not.toBe(key);
  expect(key).not.toContain(Buffer.from("a".repeat(64), "hex").toString("base64").slice(0, 8));
});

it("keeps the key that the operator chose", async () => {
  const chosen = Buffer.alloc(32, 7).toString("base64");
  expect(await keyWith("a".repeat(64), chosen)).toBe(chosen);
});
