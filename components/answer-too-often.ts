import { TOO_OFTEN } from "@/lib/base/answer";
import { answerPlainly } from "./answer-plainly";

/**
 * The answer to somebody who does something too often: when to try again, and that nothing is lost.
 * @param retryAfter in seconds
 * @param byScript whether a form's script asked: it gets the words alone and shows them where the person is
 */
export function answerTooOften(
  retryAfter: number,
  requestId: string | undefined,
  byScript = false,
): Response {
  const when = retryAfter === 1 ? "a second" : `${retryAfter} seconds`;
  const text = `This was asked for too often in a short time, by you or by somebody on the same network. Nothing is lost: wait ${when} and try again.`;
  const headers = { "Retry-After": String(retryAfter) };
  if (!byScript) return answerPlainly(429, { title: TOO_OFTEN, text, requestId }, headers);
  // Next.js hands a refusal's words to the form only if this is their whole type.
  return new Response(`${TOO_OFTEN}. ${text}`, {
    status: 429,
    headers: { "Content-Type": "text/plain", "Cache-Control": "no-store", ...headers },
  });
}
