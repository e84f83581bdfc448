import type { OwnSeat, Viewer } from "@/lib/access/viewer";
import { roleWords } from "./role-words";

/** A place that a signed-in person can go to. */
export type Place = { href: string; name: string; detail: string };

/** The seat's own front page: people for admins, analytics for everybody else. */
export function frontPage(seat: Pick<OwnSeat, "slug" | "role">): string {
  return `/t/${seat.slug}/${seat.role === "admin" ? "people" : "analytics"}`;
}

/** Every place that is open to this person at this moment. */
export function openPlaces(viewer: Extract<Viewer, { kind: "person" }>): Place[] {
  const staff = viewer.isStaff ? [{ href: "/staff", name: "Staff", detail: "Every tenant" }] : [];
  const seats = viewer.seats
    .filter((seat) => seat.stage === "active" && !seat.suspended)
    .map((seat) => ({
      href: frontPage(seat),
      name: seat.tenantName,
      detail: roleWords[seat.role],
    }));
  return [...staff, ...seats];
}
