import { createServer } from "node:net";
import { expect, test } from "vitest";
import { makeTestEnvironment } from "./make-test-environment";

test("the operator's own database, tenant and mail server never reach the tests", async () => {
  const operator = {
    PATH: "/bin",
    DATABASE_URL: "postgres://real",
    AUTH0_DOMAIN: "real.auth0.com",
    SMTP_URL: "smtp://real",
    NODE_ENV: "production",
    INVITATION_SECRET: "real",
  };
  const env = await makeTestEnvironment(operator, "/tests");
  expect(JSON.stringify(env)).not.toContain("real");
  expect(env).toMatchObject({
    PATH: "/bin",
    ANALYSTICK_HOME: "/tests",
    NEXT_DIST_DIR: ".next-test",
    ANALYSTICK_DEMO: "off",
  });
  expect(env.NODE_ENV).toBeUndefined();
});

test("a row of ports with one in use is passed over", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(4284, "127.0.0.1", resolve));
  const { PORT } = await makeTestEnvironment({ TEST_PORT: "4280" }, "/tests");
  expect(Number(PORT)).toBeGreaterThan(4284);
  await new Promise((resolve) => taken.close(resolve));
});
