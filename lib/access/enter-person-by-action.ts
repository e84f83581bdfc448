import { enterByAction } from "./enter-by-action";
import { readViewer, type Viewer } from "./viewer";

export type PersonEntry =
  | { ok: true; person: Extract<Viewer, { kind: "person" }> }
  | { ok: false; reason: "signed-out" | "not-here" };

/** Lets a signed-in person act on what is their own, whatever seats they hold. */
export function enterPersonByAction(): Promise<PersonEntry> {
  return enterByAction(async () => {
    const viewer = await readViewer();
    return viewer.kind === "person"
      ? { ok: true, person: viewer }
      : { ok: false, reason: viewer.kind === "nobody" ? "signed-out" : "not-here" };
  });
}
