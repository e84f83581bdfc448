import { findBusyPort } from "../../local/launcher/find-busy-port";

type Environment = Record<string, string | undefined>;

/** What an operator may have set for the real portal, and what must not reach the tests. */
const OPERATORS =
  /^(APP_BASE_URL|AUTH0_|ANALYSTICK_|ANALYTICS_|DATA_DIR|DATABASE_|INVITATION_SECRET|LOCAL_AUTH0_|LOG_LEVEL|MAIL_FROM|NEXT_DIST_DIR|NODE_ENV|PORT|SECURITY_CONTACT|SMTP_URL|TRUSTED_PROXIES)/;

/** Next.js's output folder for tests, so that the portal's own build stays as it is. */
export const BUILD_FOLDER = ".next-test";

/**
 * Makes the environment of the tests' own portal: local services only, data that may be lost, its own
 * folder, build folder and ports.
 *
 * @param operator environment of the test command; ANALYSTICK_DEMO is kept, TEST_PORT says where to begin
 * @param home data folder of the tests
 */
export async function makeTestEnvironment(operator: Environment, home: string): Promise<Environment> {
  const kept = Object.entries(operator).filter(([name]) => !OPERATORS.test(name));
  return {
    ...Object.fromEntries(kept),
    ANALYSTICK_HOME: home,
    ANALYSTICK_THROWAWAY: "1",
    ANALYSTICK_DEMO: operator.ANALYSTICK_DEMO || "off",
    NEXT_DIST_DIR: BUILD_FOLDER,
    NEXT_TELEMETRY_DISABLED: "1",
    // The browser tests stand where an operator's proxy would: they can come from many addresses.
    TRUSTED_PROXIES: "1",
    PORT: String(await findFreeBase(Number(operator.TEST_PORT || 3900))),
  };
}

/** Six ports in a row that nobody listens on. */
async function findFreeBase(from: number): Promise<number> {
  for (let base = from; base < from + 500; base += 10) {
    const row = Array.from({ length: 6 }, (_, place): [number, string] => [base + place, "the tests"]);
    if ((await findBusyPort(row)) === undefined) return base;
  }
  throw new Error(
    `No six free ports in a row from ${from} on. Choose where to begin with TEST_PORT=20000 npm test`,
  );
}
