import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits until a question is answered with anything but null or false, and answers that.
 * @param seconds after which the test fails with the question's name
 */
export async function eventually<Value>(
  what: string,
  ask: () => Promise<Value | null | false>,
  seconds = 40,
): Promise<Value> {
  const deadline = Date.now() + seconds * 1_000;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`waited ${seconds} s in vain for ${what}`);
    await sleep(30);
  }
}
