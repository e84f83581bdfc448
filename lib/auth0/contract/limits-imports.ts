import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Auth0Failure } from "../call-auth0";
import { type Finding, right, unknown } from "../check/finding";
import type { ImportUser } from "../import-file";
import { submitImport } from "../submit-import";
import type { Behaviour } from "./behaviour";
import { awaitImport } from "./import-people";
import { BrokenPromise } from "./insist";

export const limitsImports: Behaviour = {
  name: "A third import at once is put off",
  async prove(room) {
    const jobs: string[] = [];
    let finding: Finding | undefined;
    for (let nth = 1; nth <= 3 && finding === undefined; nth++) {
      const sent = await submitUnhurried(room.newPerson());
      if (sent.ok) jobs.push(sent.value.jobId);
      else if (sent.reason === "busy")
        finding = right(`import ${nth} at once: ${sent.detail}, to be tried again`);
      else throw new BrokenPromise(`import ${nth} at once: ${sent.reason} (${sent.detail})`);
    }
    for (const jobId of jobs) await awaitImport(jobId);
    return (
      finding ?? unknown("an import ended before the third began", "Nothing to mend: the limit was not met.")
    );
  },
};

/** Waits for the portal's own budget of calls, but not for Auth0: its answer is what we want to see. */
async function submitUnhurried(
  person: ImportUser,
): Promise<{ ok: true; value: { jobId: string } } | Auth0Failure> {
  for (;;) {
    const sent = await submitImport({ id: randomUUID(), users: [person] });
    if (sent.ok || sent.detail !== "budget") return sent;
    await sleep(sent.retryAfterMs ?? 1_000);
  }
}
