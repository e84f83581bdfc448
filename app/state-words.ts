import type { BadgeTone } from "@/components/badge";
import type { State } from "@/lib/seats/choose-people";

/** Where somebody stands, in a word and its colour. */
export const stateWords: Record<State, { word: string; tone: BadgeTone }> = {
  reserved: { word: "Reserved", tone: "neutral" },
  imported: { word: "Imported", tone: "neutral" },
  invited: { word: "Invited", tone: "info" },
  verified: { word: "Verified", tone: "info" },
  undeliverable: { word: "Undeliverable", tone: "danger" },
  active: { word: "Active", tone: "positive" },
  removed: { word: "Removed", tone: "neutral" },
  revoked: { word: "Revoked", tone: "neutral" },
  expired: { word: "Expired", tone: "warning" },
  failed: { word: "Not accepted", tone: "danger" },
};
