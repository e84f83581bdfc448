import { inPlatform } from "@/db/in-platform";
import { writeAsk } from "@/db/letter-asks";
import type { Asker } from "@/lib/access/enter-to-ask";

/**
 * The button "Ask for a new one" on a link that ran out. What is done here is the same for every token, known or not,
 * and nothing is answered: a job finds out later whether there is anybody to tell.
 */
export async function askForLetter({ scope, tokenHash }: Asker): Promise<void> {
  await inPlatform(scope, (tx) => writeAsk(tx, tokenHash));
}
