import { z } from "zod";

const localhostOrigin = /^http:\/\/localhost:\d{1,5}$/;
const bareHostname = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/;

const postgresUrl = z
  .string()
  .refine(
    (text) =>
      isUrl(text, ["postgres:", "postgresql:"]) && /^\/[^/]+$/.test(new URL(text).pathname) && hasUser(text),
    "must be a PostgreSQL URL such as postgres://user:password@host:5432/name",
  )
  .refine(isDecodable, "must write a % in its user or password as %25");
const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, { error: `must be one of ${words.join(", ")}` });
const credential = z.string().regex(/^\S+$/, "must not hold blanks: copy it again from the Auth0 dashboard");
/** A duration in whole hours or minutes; a session shorter than five minutes would end under people's hands. */
const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number(`must be a whole number from ${least} to ${most}`)
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be a whole number from ${least} to ${most}`)
    .max(most, `must be a whole number from ${least} to ${most}`);
const key = z.string().regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits (openssl rand -hex 32)");

/** The base64 form of an AES key (16, 24 or 32 bytes), which is what Next.js takes. */
const actionsKey = z
  .base64({ error: "must be base64 (openssl rand -base64 32)" })
  .refine(
    (text) => [16, 24, 32].includes(Buffer.from(text, "base64").length),
    "must be the base64 form of 16, 24 or 32 bytes (openssl rand -base64 32)",
  );

/** Every variable of the portal, with what it is for. `.env.example` repeats it for operators. */
export const variables = z.object({
  NODE_ENV: oneOf(["development", "production", "test"]).default("development"),
  /** Where people reach the portal; callback, logout and letter links are made from it. */
  APP_BASE_URL: z.url({
    protocol: /^https?$/,
    error: "must be an absolute URL such as https://portal.example.com",
  }),
  /** The app's login role: owns nothing, enters `tenant` or `platform` per transaction. */
  DATABASE_URL: postgresUrl,
  /** A login that may create roles and databases; used by `npm run provision` only. */
  DATABASE_ADMIN_URL: postgresUrl.optional(),
  /** The role that owns the tables; used by `npm run migrate` only. */
  DATABASE_OWNER_URL: postgresUrl.optional(),
  /** The role that owns the job queue; used by the worker's runner only. */
  DATABASE_QUEUE_URL: postgresUrl.optional(),
  /** `auth0` talks https to a real tenant; `local` allows http to a tenant on this machine. */
  AUTH0_MODE: oneOf(["auth0", "local"]).default("auth0"),
  /** The tenant's hostname, without scheme; in local mode `http://localhost:<port>`. */
  AUTH0_DOMAIN: z.string(),
  /** One regular web application: signs people in and calls the Management API. */
  AUTH0_CLIENT_ID: credential,
  AUTH0_CLIENT_SECRET: credential,
  /** Encrypts the session cookie; used by the web only. */
  AUTH0_SECRET: key.optional(),
  /** Encrypts what server actions carry through the browser. Made from AUTH0_SECRET unless set; used by the web only. */
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey.optional(),
  /** The database connection that holds invited people, by name and by id. */
  AUTH0_CONNECTION: z.string().default("Username-Password-Authentication"),
  AUTH0_CONNECTION_ID: z
    .string()
    .regex(
      /^con_[A-Za-z0-9]{16}$/,
      "must be con_ and 16 letters or digits (Auth0 dashboard: Authentication > Database)",
    ),
  /** How tickets land: Universal Login returns by the application's login URI, classic by result_url. */
  AUTH0_LOGIN_STYLE: oneOf(["universal", "classic"]).default("universal"),
  /** Auth0's plan decides how many Management API calls the portal allows itself. */
  AUTH0_PLAN: oneOf(["free", "professional", "enterprise"]).default("free"),
  /** HMAC key of the links in letters. Changing it voids every link that is out. */
  INVITATION_SECRET: key,
  /** The mail server, with credentials if it needs them; used by the worker only. */
  SMTP_URL: z
    .string()
    .refine(
      (text) => isUrl(text, ["smtp:", "smtps:"]),
      "must be an SMTP URL such as smtp://user:password@mail.example.com:587",
    )
    .optional(),
  /** The sender of letters, for example `Analystick <letters@example.com>`; security.txt names its domain. */
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*@[^\r\n]+$/, "must be an address such as Analystick <letters@example.com>"),
  /** Where the web listens. */
  PORT: z
    .string()
    .regex(/^[0-9]{1,5}$/, "must be a port number from 1 to 65535")
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, "must be a port number from 1 to 65535")
    .default(3000),
  /** The address that the web listens on; every address of the machine unless set. */
  BIND_ADDRESS: z.string().optional(),
  /** Seconds that a web which was told to stop goes on serving while it says not ready, so that its balancer notices. */
  DRAIN_NOTICE_SECONDS: z
    .string()
    .regex(/^[0-5]$/, "must be a whole number of seconds from 0 to 5")
    .transform(Number)
    .default(3),
  /** How long a session may rest before its holder must sign in again, in minutes. */
  SESSION_IDLE_MINUTES: wholeNumber(5, 43_200).default(720),
  /** How long a session may last altogether, in hours. */
  SESSION_HOURS: wholeNumber(1, 720).default(72),
  /** The same for the sessions of staff, who see every tenant. */
  STAFF_SESSION_IDLE_MINUTES: wholeNumber(5, 43_200).default(60),
  STAFF_SESSION_HOURS: wholeNumber(1, 720).default(12),
  /**
   * How many proxies of the operator's stand before the portal. So many entries at the end of X-Forwarded-For are
   * believed, and an X-Request-Id is kept; with none, both headers are ignored.
   */
  TRUSTED_PROXIES: z
    .string()
    .regex(/^\d$/, "must be how many proxies stand before the portal, 0 to 9")
    .default("0")
    .transform(Number),
  /** Where /.well-known/security.txt sends whoever found a weakness; security@ the sender's domain if unset. */
  SECURITY_CONTACT: z
    .string()
    .regex(
      /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/,
      "must be a URI such as mailto:security@example.com or https://example.com/security",
    )
    .optional(),
  /** How long one question about a dataset may take, in seconds. */
  ANALYTICS_QUERY_SECONDS: wholeNumber(1, 60).default(10),
  /** How much memory each engine child may use for a question, in megabytes; there is one for each core. */
  ANALYTICS_MEMORY_MEGABYTES: wholeNumber(128, 65_536).default(1_024),
  /** The folder of uploaded files and stored datasets: web and worker share it. Relative to where they were started. */
  DATA_DIR: z.string().default("data"),
  /** The largest file that may be brought in, in megabytes (of 1,048,576 bytes). */
  ANALYTICS_FILE_MEGABYTES: wholeNumber(1, 2_048).default(250),
  /** The most rows and columns that a dataset may have. */
  ANALYTICS_ROWS: wholeNumber(1_000, 100_000_000).default(10_000_000),
  ANALYTICS_COLUMNS: wholeNumber(1, 1_000).default(200),
  /** How many datasets a tenant may have, and how many megabytes all its files may take. */
  ANALYTICS_DATASETS: wholeNumber(1, 10_000).default(50),
  ANALYTICS_TENANT_MEGABYTES: wholeNumber(1, 1_048_576).default(5_120),
  /** How many versions of a dataset are kept, the current one among them. */
  ANALYTICS_VERSIONS: wholeNumber(1, 20).default(3),
  /** Whether a tenant's first admin finds sample data, brought in at their first sign-in. Off, they can still ask for it. */
  ANALYTICS_SAMPLE: oneOf(["on", "off"]).default("on"),
  LOG_LEVEL: oneOf(["debug", "info", "warn", "error"]).default("info"),
});

function isUrl(text: string, protocols: readonly string[]): boolean {
  if (!URL.canParse(text) || /\s/.test(text)) return false;
  const url = new URL(text);
  return protocols.includes(url.protocol) && url.hostname !== "";
}

/** The database's client decodes user and password, and would throw at its first use: on each page, not at the start. */
function isDecodable(text: string): boolean {
  if (!URL.canParse(text)) return true;
  const { username, password } = new URL(text);
  try {
    return [username, password].every((part) => typeof decodeURIComponent(part) === "string");
  } catch {
    return false;
  }
}

function hasUser(text: string): boolean {
  return new URL(text).username !== "";
}

/**
 * The environment of the portal, parsed and checked across fields. What depends on other fields is judged even when
 * one of those is at fault, so that everything is said at once.
 */
export const envSchema = variables.superRefine(
  (env, ctx) => {
    const problem = (name: "AUTH0_DOMAIN" | "APP_BASE_URL", message: string) => {
      const known = ctx.issues.some(({ path }) => path?.[0] === name);
      if (!known) ctx.addIssue({ code: "custom", path: [name], message });
    };
    if (env.AUTH0_MODE === "local") {
      // Plain http to the identity provider is safe on the loopback interface only.
      if (!localhostOrigin.test(env.AUTH0_DOMAIN))
        problem("AUTH0_DOMAIN", "must be http://localhost:<port> while AUTH0_MODE is local");
      if (!localhostOrigin.test(env.APP_BASE_URL))
        problem("APP_BASE_URL", "must be http://localhost:<port> while AUTH0_MODE is local");
    } else if (!bareHostname.test(env.AUTH0_DOMAIN)) {
      problem(
        "AUTH0_DOMAIN",
        "must be the bare hostname of the tenant, such as acme.eu.auth0.com, without https:// or a path",
      );
    }
    for (const [staff, everybody] of [
      ["STAFF_SESSION_IDLE_MINUTES", "SESSION_IDLE_MINUTES"],
      ["STAFF_SESSION_HOURS", "SESSION_HOURS"],
    ] as const)
      if (env[staff] > env[everybody])
        ctx.addIssue({ code: "custom", path: [staff], message: `must not be more than ${everybody}` });
    if (!URL.canParse(env.APP_BASE_URL) || new URL(env.APP_BASE_URL).origin !== env.APP_BASE_URL)
      problem("APP_BASE_URL", "must be an origin only: no path and no trailing slash");
  },
  { when: () => true },
);

export type Env = z.infer<typeof envSchema>;
