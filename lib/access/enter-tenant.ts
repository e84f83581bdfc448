import { inPlatform } from "@/db/in-platform";
import { mintTenantScope } from "@/db/mint-scope";
import type { TenantScope } from "@/db/scope";
import type { Role } from "@/db/seats";
import { noteSignIn } from "@/db/viewers";
import { noteCaller } from "@/lib/base/request-context";
import { readViewer, type Viewer } from "./viewer";

export type { Role };

/** Somebody who holds an active seat in a tenant: the proof that every verb of a tenant asks for. */
export type TenantCaller = {
  scope: TenantScope;
  seatId: string;
  userId: string;
  name: string;
  mailbox: string;
  role: Role;
  slug: string;
  tenantName: string;
};

/**
 * - `signed-out`: nobody is signed in. - `not-here`: this person never had a seat in a tenant of this name, or
 * there is none: the two look alike. - `not-open`: a seat that is suspended, gone, or not active yet; and, whatever
 * the name, somebody whose first sign-in is not proved yet, of whose seats nothing is told.
 */
export type Entry =
  | { ok: true; caller: TenantCaller }
  | { ok: false; reason: "signed-out" | "not-here" | "not-open" };

/**
 * Opens a tenant for the person of this request, by the slug in the address.
 * Reads session and seat anew, so that a removed person's next request ends here.
 */
export async function enterTenant(slug: string): Promise<Entry> {
  const viewer = await readViewer();
  if (viewer.kind === "nobody") return { ok: false, reason: "signed-out" };
  if (viewer.kind === "stranger") return { ok: false, reason: "not-here" };
  const seats = viewer.seats.filter((seat) => seat.slug === slug);
  if (seats.length === 0) return { ok: false, reason: isOnTheWay(viewer) ? "not-open" : "not-here" };
  const seat = seats.find(({ stage }) => stage === "active");
  if (seat === undefined || seat.suspended) return { ok: false, reason: "not-open" };
  const { tenantId, tenantName, seatId, role } = seat;
  noteCaller({ tenantId });
  // Once for each session, so that an admin sees when somebody was last here, and nothing of other tenants.
  if (seat.lastSignedInAt === null || seat.lastSignedInAt < viewer.signedInAt)
    await inPlatform(viewer.scope, (tx) => noteSignIn(tx, seatId, viewer.signedInAt));
  const name = seat.name || viewer.mailbox;
  const scope = mintTenantScope(tenantId, { kind: "person", userId: viewer.userId, name });
  return {
    ok: true,
    caller: { scope, seatId, userId: viewer.userId, name, mailbox: viewer.mailbox, role, slug, tenantName },
  };
}

function isOnTheWay({ proved, isAwaited }: Extract<Viewer, { kind: "person" }>): boolean {
  return isAwaited && !proved;
}
