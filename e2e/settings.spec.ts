import { spawn } from "node:child_process";
import { expect, test } from "@playwright/test";

const bad = {
  APP_BASE_URL: "portal.example.com",
  DATABASE_URL: "",
  AUTH0_DOMAIN: "https://acme.eu.auth0.com/",
  AUTH0_SECRET: "short",
  SMTP_URL: "mail.example.com",
};
const good = {
  AUTH0_CLIENT_ID: "id",
  AUTH0_CLIENT_SECRET: "secret",
  AUTH0_CONNECTION_ID: "con_0123456789abcdef",
  INVITATION_SECRET: "b".repeat(64),
  MAIL_FROM: "Analystick <letters@example.com>",
};

test("a bad environment stops the web server, with one clear line for each problem", async () => {
  const { code, said } = await startWeb({ ...good, ...bad });
  expect(code).not.toBe(0);
  for (const name of Object.keys(bad))
    expect(said.match(new RegExp(`^${name} (is missing|must be .+)$`, "gm")), name).toHaveLength(1);
  for (const name of Object.keys(good)) expect(said).not.toContain(`${name} `);
  expect(said).not.toMatch(/^\s+at /m);
});

test("a malformed Auth0 domain alone stops it too", async () => {
  const DATABASE_URL = "postgres://app:password@127.0.0.1:1/analystick";
  const SMTP_URL = "smtp://mail.example.com";
  const APP_BASE_URL = "https://portal.example.com";
  const AUTH0_SECRET = "a".repeat(64);
  const set = {
    ...good,
    APP_BASE_URL,
    DATABASE_URL,
    AUTH0_SECRET,
    SMTP_URL,
    AUTH0_DOMAIN: "https://acme.com",
  };
  const { code, said } = await startWeb(set);
  expect(code).not.toBe(0);
  expect(said).toMatch(/^AUTH0_DOMAIN must be the bare hostname/m);
});

/** Starts the built portal with these settings and waits for its end. */
function startWeb(settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { PATH = "", HOME = "", NEXT_DIST_DIR = "" } = process.env;
  const env = { PATH, HOME, NEXT_DIST_DIR, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const words = ["node_modules/next/dist/bin/next", "start", "-p", "0", "-H", "127.0.0.1"];
  const web = spawn(process.execPath, words, { env: { ...env, ...settings }, timeout: 60_000 });
  let said = "";
  for (const stream of [web.stdout, web.stderr])
    stream.on("data", (bytes: Buffer) => {
      said += bytes.toString();
    });
  return new Promise((resolve) => web.once("close", (code) => resolve({ code, said })));
}
