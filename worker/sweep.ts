import { inMachinery } from "@/db/in-machinery";
import { deleteStaleSessions } from "@/db/sessions";

/** Longer than any session lives (three days), so that nobody's is cut short. */
const STALE_DAYS = 4;

/** Clears away what nobody needs any more. */
export async function sweep(): Promise<void> {
  await inMachinery((tx) => deleteStaleSessions(tx, STALE_DAYS));
}
