import { takeToken } from "@/db/rate-limits";
import { askBucket, type Turn } from "./ask-bucket";
import type { Limit } from "./limits";

/**
 * Takes a turn of what is limited.
 * @param who whose turns are counted: an address, an invitation, a session
 */
export function takeTurn(limit: Limit, who: string): Promise<Turn> {
  return askBucket(limit, who, takeToken);
}
