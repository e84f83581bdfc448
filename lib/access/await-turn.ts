import { awaitToken } from "@/db/rate-limits";
import { askBucket, type Turn } from "./ask-bucket";
import type { Limit } from "./limits";

/** Says whether there is a turn left of what is limited, without taking it. */
export function awaitTurn(limit: Limit, who: string): Promise<Turn> {
  return askBucket(limit, who, awaitToken);
}
