import { expect, it } from "vitest";
import type { OwnSeat } from "@/lib/access/viewer";
import { openPlaces } from "./find-way";

type Person = Parameters<typeof openPlaces>[0];

const seat = (slug: string, changes: Partial<OwnSeat> = {}) => ({
  slug,
  tenantName: slug.toUpperCase(),
  role: "viewer" as const,
  stage: "active" as const,
  suspended: false,
  ...changes,
});

/** What is looked at here of somebody who is signed in. */
function person(seats: object[], isStaff = false): Person {
  return { kind: "person", isStaff, seats } as Person;
}

it("names each open place with the role that one has there, staff first, and leads to the role's own page", () => {
  const seats = [seat("acme", { role: "admin" }), seat("globex", { role: "editor" }), seat("initech")];
  expect(openPlaces(person(seats, true))).toEqual([
    { href: "/staff", name: "Staff", detail: "Every tenant" },
    { href: "/t/acme/people", name: "ACME", detail: "Admin" },
    { href: "/t/globex/analytics", name: "GLOBEX", detail: "Editor" },
    { href: "/t/initech/analytics", name: "INITECH", detail: "Viewer" },
  ]);
});

it("offers no seat that is not active, and none of a tenant that is suspended", () => {
  const shut = (["reserved", "invited", "verified", "released"] as const).map((stage) =>
    seat(stage, { stage }),
  );
  expect(openPlaces(person([...shut, seat("late", { suspended: true })]))).toEqual([]);
});
