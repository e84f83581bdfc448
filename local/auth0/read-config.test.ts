import { expect, test } from "vitest";
import { readConfig } from "./read-config";

const complete = {
  LOCAL_AUTH0_PORT: "3001",
  LOCAL_AUTH0_CONTROL_PORT: "3002",
  LOCAL_AUTH0_DATABASE_URL: "postgres://postgres@127.0.0.1:3005/auth0",
  LOCAL_AUTH0_APP_BASE_URL: "http://localhost:3000",
  LOCAL_AUTH0_CLIENT_ID: "portal",
  LOCAL_AUTH0_CLIENT_SECRET: "secret",
  LOCAL_AUTH0_CONNECTION_ID: "con_0123456789abcdef",
};

test("the application's addresses follow from its base URL", () => {
  expect(readConfig(complete)).toMatchObject({
    ok: true,
    config: {
      issuer: "http://localhost:3001/",
      plan: "professional",
      loginStyle: "universal",
      app: {
        callbackUrl: "http://localhost:3000/auth/callback",
        initiateLoginUri: "http://localhost:3000/continue",
        logoutUrls: ["http://localhost:3000", "http://localhost:3000/"],
      },
    },
  });
});

test("all problems are named at once", () => {
  const outcome = readConfig({ ...complete, LOCAL_AUTH0_PORT: "0", LOCAL_AUTH0_CONNECTION_ID: "mine" });
  expect(outcome.ok ? [] : outcome.problems.map((problem) => problem.split(":")[0])).toEqual([
    "LOCAL_AUTH0_PORT",
    "LOCAL_AUTH0_CONNECTION_ID",
  ]);
});

test("an application elsewhere than on this computer is refused", () => {
  expect(readConfig({ ...complete, LOCAL_AUTH0_APP_BASE_URL: "https://portal.example.com" }).ok).toBe(false);
});
