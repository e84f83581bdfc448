import { type SQL, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { activityQuery, listActivity } from "./activity";
import { type ActivityFilter, activityPlaces, findPlace } from "./find-activity";
import { inTenant, type TenantTx } from "./in-tenant";
import { openPortal } from "./testing/open-portal";
import { type PlantedTenant, plantTenant } from "./testing/plant-tenant";

const ROWS = 100_000;
const LIMIT = 50;
/** Areas times sources. */
const MOST_RANGES = 35;

const database = openPortal();
let big: PlantedTenant;
beforeAll(async () => {
  big = await plantTenant(database.sql, 10, "Big");
  const other = await plantTenant(database.sql, 10, "Other");
  // Letters by staff and settings by machines are rare: a scan by time alone would read everything for a page of them.
  for (const { id, admin } of [big, other])
    await database.sql`
      insert into audit (tenant_id, at, verb, actor, subject)
      select ${id}::uuid, now() - make_interval(mins => n),
        (array['seat.imported','seat.invited','invitation.sent','import.admitted'])[n % 4 + 1],
        jsonb_build_object('kind', case when n % 9973 = 0 then 'staff' else (array['person','job','link'])[n % 3 + 1] end, 'name', 'x'),
        ${admin.seatId}::uuid
      from generate_series(1, ${ROWS}) n`;
  await database.sql`vacuum analyze audit`;
}, 120_000);

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
};
type Reading = { step: string; rows: number };

/** Each step that reads the log, with how many of its rows it looked at. */
async function readings(tx: TenantTx, query: SQL): Promise<Reading[]> {
  const answer = await tx.sql.execute<{ "QUERY PLAN": { Plan: Plan }[] }>(
    sql`explain (analyze, format json) ${query}`,
  );
  const told = answer[0]?.["QUERY PLAN"][0];
  if (told === undefined) throw new Error("the server explained nothing");
  return stepsOf(told.Plan).filter(({ step }) => step.endsWith(" audit"));
}

function stepsOf(plan: Plan): Reading[] {
  const rows = (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0)) * plan["Actual Loops"];
  const own = { step: `${plan["Node Type"]} ${plan["Relation Name"] ?? ""}`, rows };
  return [own, ...(plan.Plans ?? []).flatMap(stepsOf)];
}

const all: ActivityFilter = { areas: null, sources: null, from: null, until: null };
const from = new Date(Date.now() - 40 * 86_400_000);
const until = new Date(Date.now() - 30 * 86_400_000);
const cases: [string, ActivityFilter, number][] = [
  ["everything", all, 1],
  ["a time", { ...all, from, until }, 1],
  ["a kind", { ...all, areas: ["invitation", "letter"] }, 10],
  ["a kind that never happened", { ...all, areas: ["tenant", "seats"] }, 10],
  ["a source", { ...all, sources: ["job"] }, 7],
  ["a rare source", { ...all, sources: ["staff"] }, 7],
  ["a kind and a source", { ...all, areas: ["seat", "bulk"], sources: ["link"] }, 2],
  ["a kind and a source in a time", { areas: ["import"], sources: ["person"], from, until }, 1],
  ["a rare source in a time", { ...all, sources: ["staff"], from, until }, 7],
];

it.each(cases)("a page of %s of 100,000 entries reads about a page", async (_, filter, ranges) => {
  expect(ranges).toBeLessThanOrEqual(MOST_RANGES);
  await inTenant(big.admin.scope, async (tx) => {
    const first = await listActivity(tx, filter, { cursor: null, limit: LIMIT });
    const last = first.rows.at(-1);
    const pages = [{ cursor: null, limit: LIMIT }];
    const cursor = { id: last?.ref ?? "", direction: "after" as const };
    for (const page of last ? [...pages, { cursor, limit: LIMIT }] : pages) {
      const place = await findPlace(tx, page);
      expect(place === null).toBe(page.cursor === null);
      const read = await readings(tx, activityPlaces(tx, filter, page, place));
      expect(read.map(({ step }) => step).filter((step) => step.startsWith("Seq Scan"))).toEqual([]);
      const rows = read.reduce((sum, step) => sum + step.rows, 0);
      // Each range is read to one row beyond the page at most; the planner tells averages, hence the one.
      expect(rows).toBeLessThanOrEqual(ranges * (LIMIT + 2));
    }
  });
});

it("the entries of a page are read by their numbers", async () => {
  await inTenant(big.admin.scope, async (tx) => {
    const ids = await tx.sql.execute<{ id: string }>(
      activityPlaces(tx, all, { cursor: null, limit: LIMIT }, null),
    );
    const read = await readings(
      tx,
      activityQuery(
        tx,
        ids.map(({ id }) => String(id)),
      ).getSQL(),
    );
    expect(read.map(({ step }) => step).filter((step) => step.startsWith("Seq Scan"))).toEqual([]);
    expect(read.reduce((sum, step) => sum + step.rows, 0)).toBeLessThanOrEqual(LIMIT + 1);
  });
});
