import { answerPlainly } from "./answer-plainly";

/**
 * The answer to somebody who does something too often: when to try again, and that nothing is lost.
 * @param retryAfter in seconds
 */
export function answerTooOften(retryAfter: number, requestId: string | undefined): Response {
  const when = retryAfter === 1 ? "a second" : `${retryAfter} seconds`;
  const text = `This was asked for too often in a short time, by you or by somebody on the same network. Nothing is lost: wait ${when} and try again.`;
  return answerPlainly(
    429,
    { title: "One moment, please", text, requestId },
    { "Retry-After": String(retryAfter) },
  );
}
