/** Where the browser keeps what was pasted: in this tab, until it is closed or the list is admitted. */
const KEY = "analystick.pasted-list";

/** Keeps a pasted list in this tab; an empty one is forgotten. Where the browser has no room, it is not kept. */
export function keepList(owner: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify({ owner, text }));
  } catch {
    forgetList();
  }
}

/** The list that this tab keeps; empty when there is none. One that somebody else pasted here is forgotten. */
export function readKeptList(owner: string): string {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    if (isKept(kept) && kept.owner === owner) return kept.text;
  } catch {
    // Storage that is shut off keeps nothing, and what is damaged is as good as nothing.
  }
  forgetList();
  return "";
}

/** Forgets the list: it was admitted, or is not this person's. */
export function forgetList(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Storage that is shut off has kept nothing.
  }
}

function isKept(kept: unknown): kept is { owner: string; text: string } {
  return (
    typeof kept === "object" &&
    kept !== null &&
    "owner" in kept &&
    "text" in kept &&
    typeof kept.text === "string"
  );
}
