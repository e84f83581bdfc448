import { startKeeper } from "./start-keeper";

/**
 * Starts a throwaway PostgreSQL for one run of the integration tests, unless TEST_ADMIN_DATABASE_URL names
 * one already, and puts its superuser URL there. Two runs at once get two servers.
 *
 * @returns a function that stops the server
 */
export default async function startDatabase(): Promise<() => Promise<void>> {
  if (process.env.TEST_ADMIN_DATABASE_URL) return async () => {};
  const { url, stop } = await startKeeper();
  process.env.TEST_ADMIN_DATABASE_URL = url;
  return stop;
}
