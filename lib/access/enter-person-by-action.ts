import { headers } from "next/headers";
import { env } from "@/lib/base/env";
import { isSameOrigin } from "./same-origin";
import { readViewer, type Viewer } from "./viewer";

export type PersonEntry =
  | { ok: true; person: Extract<Viewer, { kind: "person" }> }
  | { ok: false; reason: "signed-out" | "not-here" };

/** Lets a signed-in person act on what is their own, from one of our pages, whatever seats they hold. */
export async function enterPersonByAction(): Promise<PersonEntry> {
  if (!isSameOrigin(await headers(), env().APP_BASE_URL)) return { ok: false, reason: "not-here" };
  const viewer = await readViewer();
  return viewer.kind === "person"
    ? { ok: true, person: viewer }
    : { ok: false, reason: viewer.kind === "nobody" ? "signed-out" : "not-here" };
}
