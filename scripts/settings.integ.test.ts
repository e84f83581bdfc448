import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";

type Settings = Record<string, string>;
type Command = "serve" | "worker" | "migrate" | "provision";

const NOBODY = "127.0.0.1:9";
const files: Record<Command, string> = {
  serve: "server/main.ts",
  worker: "worker/main.ts",
  migrate: "scripts/migrate.ts",
  provision: "scripts/provision-database.ts",
};

const shared: Settings = {
  APP_BASE_URL: "https://portal.example.com",
  DATABASE_URL: `postgres://app:pw@${NOBODY}/analystick`,
  AUTH0_DOMAIN: "acme.eu.auth0.com",
  AUTH0_CLIENT_ID: "id",
  AUTH0_CLIENT_SECRET: "secret",
  AUTH0_CONNECTION_ID: "con_0123456789abcdef",
  INVITATION_SECRET: "b".repeat(64),
  MAIL_FROM: "A <a@example.com>",
};
const owner = { DATABASE_OWNER_URL: `postgres://owner:pw@${NOBODY}/analystick` };
const queue = { DATABASE_QUEUE_URL: `postgres://queue:pw@${NOBODY}/analystick` };

/** Everything that each command needs, and nothing else. */
const enough: Record<Command, Settings> = {
  serve: { ...shared, AUTH0_SECRET: "a".repeat(64) },
  worker: { ...shared, ...queue, SMTP_URL: "smtp://mail.example.com:25" },
  migrate: { ...owner, ...queue },
  provision: {
    ...owner,
    ...queue,
    DATABASE_URL: `postgres://app:pw@${NOBODY}/analystick`,
    DATABASE_ADMIN_URL: `postgres://admin:pw@${NOBODY}/postgres`,
  },
};

const PG = /^\w+ must be a PostgreSQL URL such as postgres:\/\/user:password@host:5432\/name$/;
const PERCENT = /^\w+ must write a % in its user or password as %25$/;
const HEX = /^\w+ must be 64 hexadecimal digits \(openssl rand -hex 32\)$/;
const ORIGIN = /^APP_BASE_URL must be an? (absolute URL|origin only)/;
const DOMAIN = /^AUTH0_DOMAIN must be the bare hostname of the tenant/;

/** Wrong values of each variable that has a form, and the line that names them. */
const wrong: Record<string, readonly [string, RegExp][]> = {
  NODE_ENV: [["staging", /^NODE_ENV must be one of /]],
  APP_BASE_URL: [
    ["portal.example.com", ORIGIN],
    ["https://portal.example.com/", ORIGIN],
  ],
  DATABASE_URL: [
    ["localhost:5432/analystick", PG],
    ["mysql://app:pw@db/analystick", PG],
    ["postgres://app:pw@db:5432", PG],
    ["postgres://db:5432/analystick", PG],
    ["postgres://app:50%off@db:5432/analystick", PERCENT],
  ],
  DATABASE_OWNER_URL: [["postgres://", PG]],
  DATABASE_QUEUE_URL: [["db.example.com", PG]],
  DATABASE_ADMIN_URL: [["db.example.com", PG]],
  AUTH0_MODE: [["mock", /^AUTH0_MODE must be one of /]],
  AUTH0_DOMAIN: [
    ["https://acme.eu.auth0.com", DOMAIN],
    ["acme", DOMAIN],
    ["http://localhost:3001", DOMAIN],
  ],
  AUTH0_CLIENT_ID: [["two words", /^AUTH0_CLIENT_ID must not hold blanks/]],
  AUTH0_CLIENT_SECRET: [["secret\n", /^AUTH0_CLIENT_SECRET must not hold blanks/]],
  AUTH0_SECRET: [["short", HEX]],
  AUTH0_CONNECTION_ID: [["Username-Password-Authentication", /^AUTH0_CONNECTION_ID must be con_ and 16/]],
  AUTH0_LOGIN_STYLE: [["new", /^AUTH0_LOGIN_STYLE must be one of /]],
  AUTH0_PLAN: [["gold", /^AUTH0_PLAN must be one of /]],
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: [
    ["c2hvcnQ=", /^NEXT_SERVER_ACTIONS_ENCRYPTION_KEY must be the base64 form/],
  ],
  INVITATION_SECRET: [["B".repeat(64), HEX]],
  SMTP_URL: [["mail.example.com:25", /^SMTP_URL must be an SMTP URL such as/]],
  MAIL_FROM: [["Analystick", /^MAIL_FROM must be an address such as/]],
  PORT: [["70000", /^PORT must be a port number/]],
  DRAIN_NOTICE_SECONDS: [["60", /^DRAIN_NOTICE_SECONDS must be a whole number/]],
  SESSION_IDLE_MINUTES: [["99999", /^SESSION_IDLE_MINUTES must be a whole number from 5 to/]],
  SESSION_HOURS: [["never", /^SESSION_HOURS must be a whole number from 1 to/]],
  STAFF_SESSION_IDLE_MINUTES: [["7.5", /^STAFF_SESSION_IDLE_MINUTES must be a whole number/]],
  STAFF_SESSION_HOURS: [["0", /^STAFF_SESSION_HOURS must be a whole number/]],
  TRUSTED_PROXIES: [["all", /^TRUSTED_PROXIES must be how many proxies/]],
  SECURITY_CONTACT: [["security@example.com", /^SECURITY_CONTACT must be a URI/]],
  ANALYTICS_FILE_MEGABYTES: [["4096", /^ANALYTICS_FILE_MEGABYTES must be a whole number from 1 to 2048$/]],
  ANALYTICS_ROWS: [["many", /^ANALYTICS_ROWS must be a whole number from 1000 to/]],
  ANALYTICS_COLUMNS: [["0", /^ANALYTICS_COLUMNS must be a whole number from 1 to 1000$/]],
  ANALYTICS_DATASETS: [["0", /^ANALYTICS_DATASETS must be a whole number from 1 to/]],
  ANALYTICS_TENANT_MEGABYTES: [["0.5", /^ANALYTICS_TENANT_MEGABYTES must be a whole number from 1 to/]],
  ANALYTICS_VERSIONS: [["100", /^ANALYTICS_VERSIONS must be a whole number from 1 to 20$/]],
  ANALYTICS_QUERY_SECONDS: [["0", /^ANALYTICS_QUERY_SECONDS must be a whole number from 1 to 60$/]],
  ANALYTICS_MEMORY_MEGABYTES: [["64", /^ANALYTICS_MEMORY_MEGABYTES must be a whole number from 128 to/]],
  ANALYTICS_SAMPLE: [["yes", /^ANALYTICS_SAMPLE must be one of on, off$/]],
  LOG_LEVEL: [["loud", /^LOG_LEVEL must be one of /]],
};

/** What a command reads besides what it needs. */
const optional: Record<Command, readonly string[]> = {
  serve: [
    ...["NODE_ENV", "AUTH0_MODE", "AUTH0_LOGIN_STYLE", "AUTH0_PLAN", "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"],
    ...["PORT", "DRAIN_NOTICE_SECONDS", "LOG_LEVEL", "TRUSTED_PROXIES", "SECURITY_CONTACT"],
    ...["SESSION_IDLE_MINUTES", "SESSION_HOURS", "STAFF_SESSION_IDLE_MINUTES", "STAFF_SESSION_HOURS"],
    ...["ANALYTICS_FILE_MEGABYTES", "ANALYTICS_ROWS", "ANALYTICS_COLUMNS", "ANALYTICS_DATASETS"],
    ...[
      "ANALYTICS_TENANT_MEGABYTES",
      "ANALYTICS_VERSIONS",
      "ANALYTICS_QUERY_SECONDS",
      "ANALYTICS_MEMORY_MEGABYTES",
      "ANALYTICS_SAMPLE",
    ],
  ],
  worker: [],
  migrate: [],
  provision: [],
};

describe.each(["serve", "worker", "migrate", "provision"] as const)("npm run %s", (command) => {
  const needed = Object.keys(enough[command]);

  it("names everything that is missing, one line each, and nothing else", async () => {
    const { code, lines } = await start(command, {});
    expect(code).toBe(1);
    expect(lines.toSorted()).toEqual(needed.map((name) => `${name} is missing`).toSorted());
  });

  const cases = [...needed, ...optional[command]].flatMap((name) =>
    (wrong[name] ?? []).map(([value, line]) => ({ name, value, line })),
  );
  it.each(cases)("stops at $name=$value with its own clear line", async ({ name, value, line }) => {
    const { code, lines } = await start(command, { ...enough[command], [name]: value });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
    expect(lines[0]).not.toContain("pw@");
  });
});

it.each(["migrate", "provision"] as const)(
  "npm run %s says in one line that no database answers",
  async (command) => {
    const { code, lines } = await start(command, enough[command]);
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/^The database was not (migrated|provisioned): .*ECONNREFUSED/),
    ]);
  },
);

it("every variable with a form is in the table", async () => {
  const { variables } = await import("@/lib/base/env-schema");
  const free = ["AUTH0_CONNECTION", "BIND_ADDRESS", "DATA_DIR"];
  expect([...Object.keys(wrong), ...free].toSorted()).toEqual(Object.keys(variables.shape).toSorted());
});

/** Runs a command as package.json does, in an environment of its own, and waits for its end. */
function start(command: Command, settings: Settings): Promise<{ code: number | null; lines: string[] }> {
  const { PATH = "", HOME = "" } = process.env;
  const words = ["--import", "./scripts/production.mjs", files[command]];
  const child = spawn(process.execPath, words, {
    env: { PATH, HOME, NODE_ENV: "production", ...settings },
    stdio: ["ignore", "ignore", "pipe"],
    timeout: 30_000,
  });
  let said = "";
  child.stderr.on("data", (bytes: Buffer) => {
    said += bytes.toString();
  });
  return new Promise((resolve) =>
    child.once("close", (code) => resolve({ code, lines: said.split("\n").filter((line) => line !== "") })),
  );
}
