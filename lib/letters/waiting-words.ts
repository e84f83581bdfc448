/**
 * What a tenant reads of a letter that waits because the day's letters to its address are sent. The same words whoever
 * sent them: it learns nothing of what others send to its people.
 */
export const WAITS_ITS_TURN =
  "Waiting to be sent. It goes out by itself, usually within a day; another letter would not be faster.";

/**
 * Why a letter that nobody took for so long has ended.
 * @param lastSaid the mail server's last answer, or why the letter waited; null when it was never tried
 */
export function sayTooLate(lastSaid: string | null): string {
  if (lastSaid === null || lastSaid === WAITS_ITS_TURN) return "Not sent in time. Send a new letter.";
  return `Not delivered in time. Last answer: ${lastSaid}`;
}
