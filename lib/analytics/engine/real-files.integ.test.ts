import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { FileTrial } from "./testing/file-trial";

const trial = new FileTrial();
afterAll(() => trial.clear());

const data = join(process.cwd(), "node_modules", "vega-datasets", "data");

async function bringIn(name: string, format: "csv" | "parquet" = "csv") {
  const source = join(data, name);
  const proposal = await trial.propose(source, { format });
  return { proposal, answer: await trial.bring(source, proposal) };
}

/** Reads these files without any code of the portal's: values may be quoted, lines end within none. */
function recount(name: string): Record<string, string>[] {
  const [header = "", ...lines] = readFileSync(join(data, name), "utf8").trim().split(/\r?\n/);
  const cells = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
    );
  const names = cells(header);
  return lines.map((line) =>
    Object.fromEntries(cells(line).map((cell, place) => [names[place] ?? "", cell])),
  );
}

it("seattle-weather.csv has the totals that are known of it", async () => {
  const { proposal, answer } = await bringIn("seattle-weather.csv");
  expect(proposal.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    "date date",
    "precipitation decimal",
    "temp_max decimal",
    "temp_min decimal",
    "wind decimal",
    "weather text",
  ]);
  expect(answer).toMatchObject({ ok: true, rows: 1_461, rowsLeftOut: 0 });
  const totals = await trial.read(
    "SELECT c5, count(*), sum(c1), max(c2) FROM d WHERE c5 IN ('rain', 'snow', 'sun') GROUP BY c5 ORDER BY c5",
  );
  expect(totals).toEqual([
    ["rain", "641", "4203.6", "35.6"],
    ["snow", "26", "222.4", expect.any(String)],
    ["sun", "640", "0.0", expect.any(String)],
  ]);
});

it("birdstrikes.csv has the totals that a recount finds", async () => {
  const { proposal, answer } = await bringIn("birdstrikes.csv");
  const strikes = recount("birdstrikes.csv");
  const cid = (name: string) => `c${proposal.columns.findIndex((column) => column.name === name)}`;
  expect(answer).toMatchObject({ ok: true, rows: strikes.length, rowsLeftOut: 0 });
  const cost = strikes.reduce((sum, strike) => sum + Number(strike["Cost Total $"]), 0);
  const [airport = ""] = strikes.map((strike) => strike["Airport Name"]);
  const there = strikes.filter((strike) => strike["Airport Name"] === airport).length;
  expect(
    await trial.read(
      `SELECT sum(${cid("Cost Total $")}), count(*) FILTER (WHERE ${cid("Airport Name")} = '${airport}') FROM d`,
    ),
  ).toEqual([[String(cost), String(there)]]);
  expect(cost).toBeGreaterThan(0);
});

it("us-employment.csv has the totals that a recount finds, in every column", async () => {
  const { proposal, answer } = await bringIn("us-employment.csv");
  const months = recount("us-employment.csv");
  expect(answer).toMatchObject({ ok: true, rows: months.length, rowsLeftOut: 0 });
  const numbers = proposal.columns.flatMap(({ name, kind }, place) =>
    kind === "integer" || kind === "decimal" ? [{ name, cid: `c${place}` }] : [],
  );
  expect(numbers.length).toBeGreaterThan(20);
  const [sums = []] = await trial.read(`SELECT ${numbers.map(({ cid }) => `sum(${cid})`).join(", ")} FROM d`);
  expect(sums.map(Number)).toEqual(
    numbers.map(({ name }) => {
      const tenths = months.reduce((sum, month) => sum + Math.round(Number(month[name]) * 10), 0);
      return tenths / 10;
    }),
  );
});

it("flights-3m.parquet has the totals that are known of it", async () => {
  const { answer } = await bringIn("flights-3m.parquet", "parquet");
  expect(answer).toMatchObject({ ok: true, rows: 3_000_000, rowsLeftOut: 0 });
  expect(await trial.read("SELECT count(*), sum(c2) FROM d")).toEqual([["3000000", "2194861208"]]);
});
