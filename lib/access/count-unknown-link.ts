import { currentRequest } from "@/lib/base/request-context";
import type { Turn } from "./ask-bucket";
import { takeTurn } from "./take-turn";

/** Counts that whoever asks has tried a link that we never sent. */
export function countUnknownLink(): Promise<Turn> {
  return takeTurn("unknown-link", currentRequest()?.address ?? "");
}
