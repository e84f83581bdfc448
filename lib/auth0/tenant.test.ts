import { afterEach, expect, it, vi } from "vitest";
import { tenantOf } from "./tenant";

const local = tenantOf({ AUTH0_MODE: "local", AUTH0_DOMAIN: "http://localhost:3001" });
const real = tenantOf({ AUTH0_MODE: "auth0", AUTH0_DOMAIN: "acme.eu.auth0.com" });

afterEach(() => vi.unstubAllGlobals());

it("a real tenant is spoken to over https, with nothing of ours in between", () => {
  expect(real).toMatchObject({
    issuer: "https://acme.eu.auth0.com/",
    signInDomain: "acme.eu.auth0.com",
    allowInsecureRequests: false,
    managementDomain: "acme.eu.auth0.com",
    managementFetch: fetch,
  });
});

it("the local tenant differs by http and its port", () => {
  expect(local).toMatchObject({
    issuer: "http://localhost:3001/",
    signInDomain: "http://localhost:3001",
    allowInsecureRequests: true,
    managementDomain: "localhost:3001",
  });
});

it("in local mode the Management API's calls reach the local tenant and nobody else", () => {
  const reached = vi.fn(async () => new Response());
  vi.stubGlobal("fetch", reached);
  local.managementFetch("https://localhost:3001/api/v2/users");
  expect(reached).toHaveBeenCalledWith("http://localhost:3001/api/v2/users", undefined);
  for (const elsewhere of [
    "https://localhost:3002/",
    "https://acme.eu.auth0.com/api/v2/users",
    "http://localhost:3001/",
  ])
    expect(() => local.managementFetch(elsewhere)).toThrow("the local tenant only");
  expect(reached).toHaveBeenCalledTimes(1);
});
