import { inPlatform } from "@/db/in-platform";
import { endLetter, type LetterFile, noteLetterWaits, readLetter } from "@/db/letters";
import type { PlatformScope } from "@/db/scope";
import { DAY_MS, now } from "@/lib/base/clock";
import { log } from "@/lib/base/log";
import { composeLetter } from "./compose-letter";
import { handOver } from "./hand-over";
import { messageIdOf } from "./message-id";
import { sayTooLate } from "./waiting-words";

/** What could not be delivered for so long is stale news. RFC 5321, 4.5.4.1, gives up after four or five days too. */
const LONGEST_MS = 5 * DAY_MS;

/**
 * Sends a letter that was written down. A crash between the mail server's 250 and our commit repeats the same letter
 * under the same Message-ID, never a different one. A letter that is of no use any more is dropped.
 */
export async function postLetter(
  scope: PlatformScope,
  { letterId }: { letterId: string },
): Promise<{ ok: true } | { ok: false; retry: true; retryAfterMs: number }> {
  const file = await inPlatform(scope, (tx) => readLetter(tx, letterId));
  if (file === null || hasEnded(file)) return { ok: true };
  const { letter, seat } = file;
  const composed = await composeLetter(file);
  if (composed === null || seat.userId === null) {
    await inPlatform(scope, (tx) => endLetter(tx, letter, { as: "dropped" }));
    return { ok: true };
  }
  if (now().getTime() - letter.createdAt.getTime() > LONGEST_MS) {
    const serverSaid = sayTooLate(letter.serverSaid);
    await inPlatform(scope, (tx) => endLetter(tx, letter, { as: "refused", serverSaid }));
    return { ok: true };
  }
  const sent = await handOver(
    scope,
    { letterId, tenantId: letter.tenantId, userId: seat.userId, isNotice: letter.kind !== "reminder" },
    { to: seat.email, toName: seat.name, letter: composed, messageId: messageIdOf("letter", letterId) },
  );
  if (!sent.ok && sent.retry) {
    await inPlatform(scope, (tx) => noteLetterWaits(tx, letterId, sent.said));
    return { ok: false, retry: true, retryAfterMs: sent.retryAfterMs };
  }
  const as = sent.ok ? "sent" : "refused";
  await inPlatform(scope, (tx) => endLetter(tx, letter, { as, serverSaid: sent.said }));
  log(sent.ok ? "info" : "warn", `letter.${as}`, { letterId, kind: letter.kind });
  return { ok: true };
}

function hasEnded({ letter }: LetterFile): boolean {
  return letter.sentAt !== null || letter.refusedAt !== null || letter.droppedAt !== null;
}
