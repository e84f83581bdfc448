import { inPlatform } from "@/db/in-platform";
import { type MailSlot, takeMailSlot } from "@/db/mail-slots";
import type { PlatformScope } from "@/db/scope";
import { HOUR_MS, SECOND_MS } from "@/lib/base/clock";
import { type LetterToSend, sendLetter } from "@/lib/mail/send";
import { WAITS_ITS_TURN } from "./waiting-words";

const DEFERRED_MS = 60 * SECOND_MS;
const UNREACHABLE_MS = 5 * SECOND_MS;
/** `retry`: the letter waits and is to be handed over again after that time; else it was refused for good. */
export type HandedOver =
  | { ok: true; said: string }
  | { ok: false; retry: false; said: string }
  | { ok: false; retry: true; said: string; retryAfterMs: number };

/**
 * Hands a letter to the mail server, unless its address has had as many as it may get within a day: then it waits.
 */
export async function handOver(
  scope: PlatformScope,
  slot: MailSlot,
  letter: LetterToSend,
): Promise<HandedOver> {
  const waitMs = await inPlatform(scope, (tx) => takeMailSlot(tx, slot));
  // Looked at again each hour, for the admin may have taken the invitation back meanwhile.
  if (waitMs > 0)
    return { ok: false, retry: true, said: WAITS_ITS_TURN, retryAfterMs: Math.min(waitMs, HOUR_MS) };
  const sent = await sendLetter(letter);
  if (sent.ok) return sent;
  if (!sent.retry) return { ok: false, retry: false, said: sent.said };
  return {
    ok: false,
    retry: true,
    said: sent.said,
    retryAfterMs: sent.reason === "deferred" ? DEFERRED_MS : UNREACHABLE_MS,
  };
}
