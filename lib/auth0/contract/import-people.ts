import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { ImportUser } from "../import-file";
import { type ImportState, readImport } from "../read-import";
import { submitImport } from "../submit-import";
import { BrokenPromise, insist } from "./insist";

const POLL_MS = 500;
const PATIENCE_MS = 3 * 60_000;

/** Imports people as the portal does and waits until Auth0 is done. */
export async function importPeople(
  users: ImportUser[],
): Promise<Extract<ImportState, { status: "completed" }>> {
  const { jobId } = await insist("submitting the import", () => submitImport({ id: randomUUID(), users }));
  return awaitImport(jobId);
}

/** @throws BrokenPromise when the job fails or takes longer than three minutes */
export async function awaitImport(jobId: string): Promise<Extract<ImportState, { status: "completed" }>> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const state = await insist("reading the import", () => readImport(jobId));
    if (state.status === "completed") return state;
    if (state.status === "failed") throw new BrokenPromise("the import failed as a whole");
    await sleep(POLL_MS);
  }
  throw new BrokenPromise("the import did not end within three minutes");
}
