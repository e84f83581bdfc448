import { expect, it } from "vitest";
import { mayMakePeople } from "./may-make-people";

it("the contract makes people in a real tenant only when that very tenant is named", () => {
  const real = { AUTH0_MODE: "auth0", AUTH0_DOMAIN: "acme.eu.auth0.com" } as const;
  expect(mayMakePeople(real, undefined)).toBe(false);
  expect(mayMakePeople(real, "yes")).toBe(false);
  expect(mayMakePeople(real, "staging.eu.auth0.com")).toBe(false);
  expect(mayMakePeople(real, "acme.eu.auth0.com")).toBe(true);
  expect(mayMakePeople({ AUTH0_MODE: "local", AUTH0_DOMAIN: "http://localhost:3001" }, undefined)).toBe(true);
});
