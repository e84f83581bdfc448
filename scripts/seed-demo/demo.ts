import type { DemoRoster } from "./plant-people";

/** How far somebody of the demo has come when the seeding is done. */
export type Goal = "active" | "verified" | "waiting" | "released";

export type DemoPerson = { name: string; email: string; role: "viewer" | "admin"; goal: Goal };
export type DemoTenant = {
  name: string;
  slug: string;
  seats: number;
  importId: string;
  admin: DemoPerson;
  people: DemoPerson[];
};

export const staffMailbox = "sam@analystick.example";

const at =
  (domain: string) =>
  (name: string, goal: Goal, role: "viewer" | "admin" = "viewer"): DemoPerson => ({
    name,
    email: `${name.toLowerCase().replaceAll(" ", ".")}@${domain}`,
    role,
    goal,
  });
const acme = at("acme.example");
const globex = at("globex.example");

/** Somebody whose account Auth0 is told to keep waiting, so that the demo shows the first stage too. */
export const heldRoster: DemoRoster = {
  slug: "acme",
  importId: "0b1c5a52-6f0e-4f0a-9a53-1d1f6f2f0003",
  sourceName: "Held at Auth0 on purpose",
  csv: "email,name\nyara.lopez@acme.example,Yara Lopez",
};

/** The demo's tenants. Import ids are fixed, so that seeding twice admits once. */
export const demoTenants: readonly DemoTenant[] = [
  {
    name: "Acme",
    slug: "acme",
    seats: 25,
    importId: "0b1c5a52-6f0e-4f0a-9a53-1d1f6f2f0001",
    admin: acme("Ada Marsh", "active", "admin"),
    people: [
      acme("Ben Okoye", "active"),
      acme("Clara Voigt", "active"),
      acme("Dev Patel", "active"),
      acme("Elif Demir", "verified"),
      acme("Felix Brandt", "verified"),
      acme("Gina Rossi", "waiting"),
      acme("Hana Sato", "waiting"),
      acme("Ivan Petrov", "waiting"),
      acme("Julia Santos", "waiting", "admin"),
      acme("Kofi Mensah", "released"),
      // The local mailbox puts letters to this domain off, and refuses those to the next one.
      { name: "Lena Fischer", email: "lena.fischer@greylist.example", role: "viewer", goal: "waiting" },
      { name: "Marc Dubois", email: "marc.dubois@bounce.example", role: "viewer", goal: "waiting" },
    ],
  },
  {
    name: "Globex",
    slug: "globex",
    seats: 10,
    importId: "0b1c5a52-6f0e-4f0a-9a53-1d1f6f2f0002",
    admin: globex("Nora Lind", "active", "admin"),
    people: [
      globex("Omar Haddad", "active"),
      globex("Pia Keller", "active"),
      globex("Quinn Reyes", "verified"),
      globex("Rosa Jensen", "waiting"),
      globex("Simon Adler", "waiting"),
      globex("Tara Singh", "waiting"),
      globex("Uma Novak", "waiting"),
      globex("Viktor Horn", "waiting"),
    ],
  },
];

/** A tenant's people as the roster that its admin hands over. */
export function rosterOf({ slug, importId, people }: DemoTenant): DemoRoster {
  const lines = people.map(({ email, name, role }) => `${email},${name},${role}`);
  return { slug, importId, sourceName: `${slug}-people.csv`, csv: ["email,name,role", ...lines].join("\n") };
}
