import { expect, it } from "vitest";
import { checkAppUrl } from "./check-app-url";
import { openTenant, type PortalSettings } from "./open-tenant";

const settings: PortalSettings = {
  APP_BASE_URL: "https://portal.example.com",
  AUTH0_MODE: "auth0",
  AUTH0_DOMAIN: "acme.eu.auth0.com",
  AUTH0_CLIENT_ID: "id",
  AUTH0_CLIENT_SECRET: "secret",
  AUTH0_CONNECTION: "Analystick",
  AUTH0_CONNECTION_ID: "con_0123456789abcdef",
  AUTH0_LOGIN_STYLE: "universal",
  AUTH0_PLAN: "free",
};
const look = (changes: Partial<PortalSettings>) => checkAppUrl.look(openTenant({ ...settings, ...changes }));

it("a portal on a real tenant must be https; a local one need not", async () => {
  expect((await look({})).is).toBe("right");
  expect(await look({ APP_BASE_URL: "http://portal.example.com" })).toMatchObject({
    is: "wrong",
    mend: expect.stringContaining("https"),
  });
  const local = {
    AUTH0_MODE: "local",
    AUTH0_DOMAIN: "http://localhost:3001",
    APP_BASE_URL: "http://localhost:3000",
  };
  expect((await look({ ...local, AUTH0_MODE: "local" })).is).toBe("right");
});
