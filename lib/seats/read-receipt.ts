import type { Seat } from "@/db/seats";
import type { TimelineEntry } from "@/db/timeline";

/**
 * The steps of the last removal (`shut`) or restoration (`open`) of a seat, each with its time once it is done. A
 * person who was never tied to an identity has nothing to be shut at Auth0: `nothing`.
 */
export type Receipt = {
  to: "shut" | "open";
  /** Refused here and the seat free (or held again): one moment, because it is one transaction. */
  at: Date;
  sessionsAt: Date | null;
  auth0: { state: "settled"; at: Date } | { state: "waits"; since: Date } | { state: "pending" | "nothing" };
};

/**
 * Reads from a seat's log how far its last removal or restoration has come. A restoration that ended at the start, because
 * Auth0 had lost the account, leaves none.
 * @param entries newest first
 */
export function readReceipt(seat: Pick<Seat, "userId">, entries: readonly TimelineEntry[]): Receipt | null {
  const start = entries.findIndex(({ verb }) => verb === "seat.released" || verb === "seat.restored");
  const begun = entries[start];
  if (begun === undefined) return null;
  const since = entries.slice(0, start);
  if (since.some(({ verb }) => verb === "seat.reserved")) return null;
  const momentOf = (wanted: TimelineEntry["verb"]) => since.find(({ verb }) => verb === wanted)?.at ?? null;
  return {
    to: begun.verb === "seat.released" ? "shut" : "open",
    at: begun.at,
    sessionsAt: momentOf("seat.sessions-settled"),
    auth0: readAuth0(seat, momentOf("seat.sign-in-settled"), momentOf("seat.sign-in-waits")),
  };
}

function readAuth0({ userId }: Pick<Seat, "userId">, settled: Date | null, waits: Date | null) {
  if (userId === null) return { state: "nothing" } as const;
  if (settled !== null) return { state: "settled", at: settled } as const;
  return waits === null ? ({ state: "pending" } as const) : ({ state: "waits", since: waits } as const);
}
