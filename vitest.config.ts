import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const outside = ["**/node_modules/**", "**/.next*/**", ".local/**", ".test/**", "e2e/**"];
const resolve = { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } };

/**
 * `unit`: no network, no database. `integration`: real parts on this computer; a throwaway PostgreSQL is
 * started once for the run, and its superuser URL is in TEST_ADMIN_DATABASE_URL.
 */
export default defineConfig({
  resolve,
  test: {
    // One more than the smallest machine has processors: many integration tests wait for others more than they work.
    maxWorkers: 3,
    // The driver may still want to write when the server is gone, and throws where nobody can catch it (postgres 3.4.9,
    // connection.js, nextWrite). The test that stops the server would fail for that now and then; nothing else is let by.
    onUnhandledError: (error) =>
      !(error.stack?.includes("postgres/src/connection.js") && error.stack.includes("nextWrite")),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: ["**/*.integ.test.ts", ...outside],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["**/*.integ.test.ts"],
          exclude: outside,
          pool: "forks",
          globalSetup: ["./scripts/test/start-database.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
