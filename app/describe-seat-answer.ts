import { type Answer, REFUSED } from "@/lib/base/answer";
import type { Renewed } from "@/lib/onboarding/renew-invitation";
import type { Released } from "@/lib/seats/release-seat";

/** What whoever took a seat back is told. */
export function describeRelease(released: Released): Answer {
  if (released.ok)
    return {
      ok: true,
      message:
        released.reason === "removed"
          ? `${released.email} was removed`
          : `The invitation of ${released.email} was revoked`,
    };
  switch (released.reason) {
    case "already-released":
      return { ok: true, message: "This seat was free already" };
    case "last-admin":
      return {
        ok: false,
        message:
          "This is the only active admin. Bring in another admin first, so that somebody can manage the seats.",
      };
    default:
      return REFUSED;
  }
}

/** What whoever asked for a new letter is told. */
export function describeRenewal(renewed: Renewed): Answer {
  if (renewed.ok) return { ok: true, message: `A new letter is on its way to ${renewed.email}` };
  switch (renewed.reason) {
    case "on-its-way":
      return { ok: true, message: "A letter is on its way already" };
    case "is-in":
      return { ok: false, message: "There is no letter to send: this person is in already." };
    case "not-created":
      return { ok: false, message: "Their account is being created. The letter follows by itself." };
    case "already-released":
      return { ok: false, message: "There is no letter to send: their seat was taken back." };
    default:
      return REFUSED;
  }
}
