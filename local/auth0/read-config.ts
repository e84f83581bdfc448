import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);

const variables = z.object({
  /** Where browsers and the portal reach the tenant: http://localhost:<port>. */
  LOCAL_AUTH0_PORT: port,
  /** Where tests and the demo steer it: http://127.0.0.1:<port>. */
  LOCAL_AUTH0_CONTROL_PORT: port,
  /** A database of its own; the tenant creates its tables. */
  LOCAL_AUTH0_DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\/\S+$/,
      "must be a PostgreSQL URL such as postgres://user@127.0.0.1:5432/auth0",
    ),
  LOCAL_AUTH0_APP_BASE_URL: z
    .string()
    .regex(/^http:\/\/(localhost|127\.0\.0\.1):\d{1,5}$/, "must be an origin such as http://localhost:3000"),
  LOCAL_AUTH0_CLIENT_ID: z.string().min(1),
  LOCAL_AUTH0_CLIENT_SECRET: z.string().min(1),
  LOCAL_AUTH0_CONNECTION_ID: z
    .string()
    .regex(/^con_[A-Za-z0-9]{16}$/, "must be con_ and 16 letters or digits"),
  LOCAL_AUTH0_CONNECTION: z.string().min(1).default("Username-Password-Authentication"),
  LOCAL_AUTH0_PLAN: z.enum(["free", "professional", "enterprise"]).default("professional"),
  LOCAL_AUTH0_LOGIN_STYLE: z.enum(["universal", "classic"]).default("universal"),
  /** For the tenant's own letters (forgotten passwords); without it none are sent. */
  LOCAL_AUTH0_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, "must be an SMTP URL such as smtp://127.0.0.1:2525")
    .optional(),
});

export type Plan = "free" | "professional" | "enterprise";
export type LoginStyle = "universal" | "classic";

export interface TenantConfig {
  port: number;
  controlPort: number;
  databaseUrl: string;
  /** `http://localhost:<port>/`, with the trailing slash of every Auth0 issuer. */
  issuer: string;
  app: {
    name: string;
    baseUrl: string;
    clientId: string;
    clientSecret: string;
    callbackUrl: string;
    initiateLoginUri: string;
    logoutUrls: readonly string[];
  };
  connection: { id: string; name: string };
  plan: Plan;
  loginStyle: LoginStyle;
  smtpUrl: string | undefined;
}

export type ConfigOutcome = { ok: true; config: TenantConfig } | { ok: false; problems: string[] };

/**
 * Reads the tenant's settings from environment variables.
 * @returns the configuration, or one sentence for every variable that is missing or wrong.
 */
export function readConfig(env: Record<string, string | undefined>): ConfigOutcome {
  const parsed = variables.safeParse(env);
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    };
  return { ok: true, config: toConfig(parsed.data) };
}

function toConfig(env: z.infer<typeof variables>): TenantConfig {
  const baseUrl = env.LOCAL_AUTH0_APP_BASE_URL;
  return {
    port: env.LOCAL_AUTH0_PORT,
    controlPort: env.LOCAL_AUTH0_CONTROL_PORT,
    databaseUrl: env.LOCAL_AUTH0_DATABASE_URL,
    issuer: `http://localhost:${env.LOCAL_AUTH0_PORT}/`,
    app: {
      name: "Analystick",
      baseUrl,
      clientId: env.LOCAL_AUTH0_CLIENT_ID,
      clientSecret: env.LOCAL_AUTH0_CLIENT_SECRET,
      callbackUrl: `${baseUrl}/auth/callback`,
      initiateLoginUri: `${baseUrl}/continue`,
      logoutUrls: [baseUrl, `${baseUrl}/`],
    },
    connection: { id: env.LOCAL_AUTH0_CONNECTION_ID, name: env.LOCAL_AUTH0_CONNECTION },
    plan: env.LOCAL_AUTH0_PLAN,
    loginStyle: env.LOCAL_AUTH0_LOGIN_STYLE,
    smtpUrl: env.LOCAL_AUTH0_SMTP_URL,
  };
}
