import type { RoleGiven } from "./give-role";
import type { TakenBack } from "./take-back";

/** Why something did not happen to one person of a bulk act, in the words of the verb that was asked. */
type Refusal = Extract<TakenBack | RoleGiven, { ok: false }>["reason"];

/**
 * What became of one person of a bulk act. `done`: it happened. `already`: it was so before. `is-in`: asked to revoke
 * or to send a letter, but they have got in since. `not-in`: asked to remove, but they are not in. `yourself`: nobody
 * takes their own right away halfway through. `lost-right`: whoever asked is no admin any more. `not-waiting`: what
 * earlier versions wrote for all three reasons to send no letter. Everything else is the refusal of the verb, such as
 * `last-admin` or `on-its-way`.
 */
export type BulkOutcome =
  | "done"
  | "already"
  | "is-in"
  | "not-in"
  | "yourself"
  | "lost-right"
  | "not-waiting"
  | Refusal
  | LetterRefusal;

/** The refusals of a new letter (lib/onboarding/renew-invitation). */
export type LetterRefusal =
  | "is-in"
  | "not-created"
  | "already-released"
  | "on-its-way"
  | "not-allowed"
  | "not-here";

const outcomes: Record<BulkOutcome, true> = {
  done: true,
  already: true,
  "is-in": true,
  "not-in": true,
  yourself: true,
  "lost-right": true,
  "not-here": true,
  "already-released": true,
  "last-admin": true,
  "not-waiting": true,
  "not-created": true,
  "on-its-way": true,
  "not-allowed": true,
};

/** Whether a word is an outcome: what the database holds was written by this version or an earlier one. */
export function isBulkOutcome(word: string | null): word is BulkOutcome {
  return word !== null && word in outcomes;
}
