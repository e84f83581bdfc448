import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Services } from "./services";

const inbox = z.object({ letters: z.array(z.looseObject({ links: z.array(z.string()) })) });
const PATIENCE_MS = 60_000;

/** Waits for a letter to an address and answers the first link in it that matches. */
export async function awaitLetter(services: Services, to: string, link: RegExp): Promise<string> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const reply = await fetch(`${services.mailbox}/api/letters?to=${encodeURIComponent(to)}`);
    const { letters } = inbox.parse(await reply.json());
    const found = letters.flatMap((letter) => letter.links).find((url) => link.test(url));
    if (found !== undefined) return found;
    await sleep(200);
  }
  throw new Error(`no letter came within ${PATIENCE_MS / 1_000} s`);
}
