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
    maxWorkers: 2,
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
