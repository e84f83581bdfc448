import { beforeAll, expect, it } from "vitest";
import { openPortal } from "@/db/testing/open-portal";
import { plantPeople } from "@/db/testing/plant-people";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import type { PageRequest } from "@/lib/base/page";
import { type PeopleChoice, readChoice } from "./choose-people";
import { countPeople } from "./count-people";
import { listPeople } from "./list-people";

const database = openPortal();
let acme: PlantedTenant;
beforeAll(async () => {
  acme = await plantTenant(database.sql, 1_000);
  await plantPeople(database.sql, acme.id, [
    { name: "José Núñez", email: "pepe@people.example", stage: "active" },
    { name: "Ada Lovelace", email: "countess@people.example" },
    { name: "Adam Smith", email: "smith@people.example", role: "admin" },
    { name: "", email: "ada.lovelace@people.example", stage: "verified" },
    { name: "Zoë Adams", email: "zoe@people.example", stage: "reserved" },
    { name: "Gone Adams", email: "gone@people.example", stage: "removed" },
    { name: "Late Adams", email: "late@people.example", stage: "expired" },
    { name: "100% Sure", email: "under_score@people.example" },
  ]);
  const globex = await plantTenant(database.sql, 1_000, "Globex");
  await plantPeople(database.sql, globex.id, [{ name: "Ada Elsewhere", email: "ada@elsewhere.example" }]);
});

const first: PageRequest = { cursor: null, limit: 100 };

async function page(words: Partial<Record<keyof PeopleChoice, string>>, request = first, tenant = acme) {
  const listed = await listPeople(tenant.admin, readChoice(words), request);
  if (!listed.ok) throw new Error(listed.reason);
  return listed.people;
}

/** Who is on a list, in its order, by name or else by address. */
async function who(words: Partial<Record<keyof PeopleChoice, string>>, tenant = acme): Promise<string[]> {
  const { rows } = await page(words, first, tenant);
  return rows.map(({ seat }) => seat.name || seat.email).filter((name) => name !== "Ada Admin");
}

it.each([
  ["jose", ["José Núñez"]],
  ["JOSÉ", ["José Núñez"]],
  ["nunez", ["José Núñez"]],
  ["lovelace", ["Ada Lovelace"]],
  ["countess@people", ["Ada Lovelace"]],
  ["ada", ["Ada Lovelace", "ada.lovelace@people.example", "Adam Smith", "Zoë Adams"]],
  ["ove", []],
  ["%", []],
  ["_", []],
  ["100%", ["100% Sure"]],
  ["under_", ["100% Sure"]],
  ["elsewhere", []],
])("%s finds those whose name, last name or address begins so, each once: %j", async (search, found) => {
  expect(await who({ search })).toEqual(found);
});

it("filters by state and role, also of those whose seat was taken back", async () => {
  expect(await who({ state: "active" })).toEqual(["José Núñez"]);
  expect(await who({ state: "invited", role: "admin" })).toEqual(["Adam Smith"]);
  expect(await who({ state: "gone" })).toEqual(["Gone Adams", "Late Adams"]);
  expect(await who({ state: "expired", search: "adams" })).toEqual(["Late Adams"]);
  expect(await who({ search: "adams" })).toEqual(["Zoë Adams"]);
  expect(await who({ state: "nonsense", role: "owner", sort: "1; drop table seats" })).toHaveLength(6);
});

it("counts whom the choices mean, by state and role", async () => {
  const counted = await countPeople(acme.admin, readChoice({ search: "ada" }));
  expect(counted.ok && counted.tally.toSorted((a, b) => (a.state < b.state ? -1 : 1))).toEqual([
    { state: "active", role: "admin", count: 1 },
    { state: "invited", role: "admin", count: 1 },
    { state: "invited", role: "viewer", count: 1 },
    { state: "reserved", role: "viewer", count: 1 },
    { state: "verified", role: "viewer", count: 1 },
  ]);
});

it.each([
  {},
  { sort: "address" },
  { sort: "newest" },
  { sort: "oldest" },
  { state: "gone" },
  { search: "p0" },
  { search: "person" },
  { search: "walker" },
  { search: "p001@" },
] satisfies Partial<Record<keyof PeopleChoice, string>>[])(
  "pages of %j show everybody once, in one order, forwards and back",
  async (words) => {
    const tenant = await walkers();
    const [whole, forwards] = [(await page(words, { ...first, limit: 1_000 }, tenant)).rows, []];
    const ids = whole.map(({ seat }) => seat.id);
    expect(ids.length).toBeGreaterThan(words.search === "p001@" ? 0 : 20);
    expect(new Set(ids).size).toBe(ids.length);
    const [there, back]: [string[], string[]] = [forwards, []];
    let now = await page(words, { cursor: null, limit: 7 }, tenant);
    there.push(...now.rows.map(({ seat }) => seat.id));
    expect(now.hasPrevious).toBe(false);
    while (now.hasNext) {
      const id = now.rows.at(-1)?.seat.id ?? "";
      now = await page(words, { cursor: { id, direction: "after" }, limit: 7 }, tenant);
      there.push(...now.rows.map(({ seat }) => seat.id));
    }
    expect(there).toEqual(ids);
    back.push(...now.rows.map(({ seat }) => seat.id));
    while (now.hasPrevious) {
      const id = now.rows.at(0)?.seat.id ?? "";
      now = await page(words, { cursor: { id, direction: "before" }, limit: 7 }, tenant);
      back.unshift(...now.rows.map(({ seat }) => seat.id));
    }
    expect(back).toEqual(ids);
  },
);

let planted: PlantedTenant | undefined;
/** Sixty people in every state, some of whom are found by more than one of their keys. */
async function walkers(): Promise<PlantedTenant> {
  if (planted !== undefined) return planted;
  const tenant = await plantTenant(database.sql, 1_000);
  const stages = ["reserved", "imported", "invited", "verified", "active", "removed", "expired"] as const;
  const people = Array.from({ length: 160 }, (_, at) => {
    const number = String(at).padStart(3, "0");
    const name = [`Person Walker`, `Walker P${number}`, "", `P${number}`][at % 4] ?? "";
    const role = at % 3 === 0 ? ("admin" as const) : ("viewer" as const);
    return { name, email: `p${number}@walk.example`, role, stage: stages[at % 7] ?? "invited" };
  });
  await plantPeople(database.sql, tenant.id, people);
  planted = tenant;
  return tenant;
}

it("a cursor that names another tenant's seat, or none, answers the first page", async () => {
  const globex = await plantTenant(database.sql, 10, "Globex");
  for (const id of [globex.admin.seatId, "00000000-0000-4000-8000-000000000000"]) {
    const answered = await page({}, { cursor: { id, direction: "after" }, limit: 3 });
    expect(answered.rows).toEqual((await page({}, { cursor: null, limit: 3 })).rows);
  }
});

it("nobody but an admin sees people", async () => {
  const viewer = { ...acme.admin, role: "viewer" as const };
  expect(await listPeople(viewer, readChoice({}), first)).toEqual({ ok: false, reason: "not-allowed" });
  expect(await countPeople(viewer, readChoice({}))).toEqual({ ok: false, reason: "not-allowed" });
});
