import { expect, it } from "vitest";
import type { TenantAuditVerb } from "@/db/audit";
import type { TimelineEntry } from "@/db/timeline";
import { readReceipt } from "./read-receipt";

/** A log in the order in which things happened, a second apart. */
function logOf(...verbs: TenantAuditVerb[]): TimelineEntry[] {
  return verbs
    .map((verb, id) => ({
      ref: String(id),
      at: at(id),
      verb,
      actor: { kind: "job", name: "j" } as const,
      facts: {},
    }))
    .reverse();
}
const at = (second: number) => new Date(second * 1_000);
const known = { userId: "u" };

it("tells each step with its time", () => {
  const log = logOf("seat.reserved", "seat.released", "seat.sessions-settled", "seat.sign-in-settled");
  expect(readReceipt(known, log)).toEqual({
    to: "shut",
    at: at(1),
    sessionsAt: at(2),
    auth0: { state: "settled", at: at(3) },
  });
});

it("says that Auth0 has to be waited for, until it is done", () => {
  const waits = logOf("seat.released", "seat.sessions-settled", "seat.sign-in-waits");
  expect(readReceipt(known, waits)?.auth0).toEqual({ state: "waits", since: at(2) });
  expect(readReceipt(known, logOf("seat.released"))?.auth0).toEqual({ state: "pending" });
});

it("starts anew with each removal and each restoration", () => {
  const again = logOf("seat.released", "seat.sessions-settled", "seat.sign-in-settled", "seat.restored");
  expect(readReceipt(known, again)).toEqual({
    to: "open",
    at: at(3),
    sessionsAt: null,
    auth0: { state: "pending" },
  });
});

it("has nothing to tell of a restoration that ended at the start, because Auth0 had lost the account", () => {
  const lost = logOf("seat.released", "seat.sign-in-settled", "seat.restored", "seat.reserved");
  expect(readReceipt(known, lost)).toBeNull();
  expect(readReceipt(known, [...logOf("seat.released"), ...lost])).toMatchObject({ to: "shut" });
});

it("has nothing to tell of somebody who was never taken back, nor of Auth0 where nobody is known there", () => {
  expect(readReceipt(known, logOf("seat.reserved", "seat.imported"))).toBeNull();
  expect(readReceipt({ userId: null }, logOf("seat.released"))?.auth0).toEqual({ state: "nothing" });
});
