import { currentRequest } from "@/lib/base/request-context";
import type { Turn } from "./ask-bucket";
import { takeTurn } from "./take-turn";

/** Counts that whoever asks wants a new letter, whether or not their link is one of ours. */
export function countAsk(): Promise<Turn> {
  return takeTurn("ask", currentRequest()?.address ?? "");
}
