import { tmpdir } from "node:os";
import { join } from "node:path";

/** The logins' URLs of one portal's database; `admin` is the server's superuser. */
export type DatabaseUrls = { admin: string; owner: string; app: string; queue: string };

/** Where a suite's portal finds its outside services; what is absent is answered by nobody. */
export type Outside = { auth0?: string; smtp?: string };

const NOBODY = 9;

/** The portal's environment for a suite: its own database, made-up secrets, and the services it started itself. */
export function portalEnvironment(urls: DatabaseUrls, outside: Outside = {}): Record<string, string> {
  return {
    NODE_ENV: "test",
    APP_BASE_URL: "http://localhost:4600",
    DATABASE_URL: urls.app,
    DATABASE_OWNER_URL: urls.owner,
    DATABASE_QUEUE_URL: urls.queue,
    AUTH0_MODE: "local",
    AUTH0_DOMAIN: outside.auth0 ?? `http://localhost:${NOBODY}`,
    AUTH0_CLIENT_ID: "portal-under-test",
    AUTH0_CLIENT_SECRET: "portal-secret-under-test",
    AUTH0_SECRET: "a".repeat(64),
    AUTH0_CONNECTION: "Username-Password-Authentication",
    AUTH0_CONNECTION_ID: "con_0123456789abcdef",
    AUTH0_PLAN: "enterprise",
    INVITATION_SECRET: "b".repeat(64),
    SMTP_URL: outside.smtp ?? `smtp://127.0.0.1:${NOBODY}`,
    MAIL_FROM: "Analystick <letters@analystick.example>",
    DATA_DIR: dataFolder(urls),
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? "error",
  };
}

/** Where the files of a suite's datasets lie. */
export function dataFolder({ app }: DatabaseUrls): string {
  return join(tmpdir(), `analystick-${new URL(app).pathname.slice(1)}`);
}

/** Makes this test process the portal of that environment. Before anything of the house is used: it reads it once. */
export function becomePortal(urls: DatabaseUrls, outside: Outside = {}): void {
  Object.assign(process.env, portalEnvironment(urls, outside));
}
