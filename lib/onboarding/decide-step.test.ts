import { expect, it } from "vitest";
import { decideStep } from "./decide-step";

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const fresh = { provedAt: null, passwordTicketAt: null, passwordBaseline: null };
const ticketed = { ...fresh, passwordTicketAt: at(10) };

it.each([
  ["verifies the address first", fresh, { emailVerified: false, lastPasswordReset: null }, "verify-email"],
  ["then asks for a password", fresh, { emailVerified: true, lastPasswordReset: null }, "set-password"],
  [
    "asks again while the ticket is unused",
    ticketed,
    { emailVerified: true, lastPasswordReset: null },
    "set-password",
  ],
  [
    "signs in once the password was set",
    ticketed,
    { emailVerified: true, lastPasswordReset: at(11) },
    "sign-in",
  ],
  [
    "does not believe a password from before our ticket",
    { ...ticketed, passwordBaseline: at(5) },
    { emailVerified: true, lastPasswordReset: at(5) },
    "set-password",
  ],
  [
    "believes one that replaced it",
    { ...ticketed, passwordBaseline: at(5) },
    { emailVerified: true, lastPasswordReset: at(12) },
    "sign-in",
  ],
  [
    "does not take an old reset without our ticket for a proof",
    fresh,
    { emailVerified: true, lastPasswordReset: at(1) },
    "set-password",
  ],
  [
    "lets somebody proved in another tenant just sign in",
    { ...fresh, provedAt: at(1) },
    { emailVerified: true, lastPasswordReset: null },
    "sign-in",
  ],
] as const)("%s", (_what, proof, auth0User, step) => {
  expect(decideStep(proof, auth0User)).toBe(step);
});
