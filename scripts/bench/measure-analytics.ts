import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { disconnect } from "@/db/connect";
import { enterTenantAsOperator } from "@/lib/access/enter-as-operator";
import { openDataset } from "@/lib/analytics/ask-dataset";
import { RawChild } from "@/lib/analytics/engine/testing/raw-child";
import { engineHere } from "@/lib/analytics/engine-here";
import { env } from "@/lib/base/env";
import { bringIn } from "./bring-in";
import { type Figure, holds, tableOf } from "./figure";
import { measureCrowd } from "./measure-crowd";
import { measurePages } from "./measure-pages";
import { measureQuestions } from "./measure-questions";
import { type Planted, plantTenants } from "./plant-tenants";
import { Rival } from "./rival";
import { ROWS, writeEvents } from "./write-events";

/**
 * Measures analytics on a million rows, in the environment of a portal that runs and beside a PostgreSQL that has the same
 * rows. Prints figures with their limits, writes them as JSON, and ends with 1 when one is missed.
 */
async function main(root = "", url = ""): Promise<number> {
  const folder = join(root, "work");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const source = join(folder, "orders.csv");
  console.log(`Writing ${ROWS.toLocaleString("en")} rows ...`);
  await writeEvents(source);
  console.log("Importing, and copying bare ...");
  const brought = await bringIn(source, folder);
  console.log("Loading PostgreSQL ...");
  const rival = new Rival(url);
  const tableBytes = await rival.load(source);
  console.log("Planting tenants ...");
  const planted = await plantTenants(brought);
  const places = await Promise.all(planted.tenants.map(open));
  const [place] = places;
  if (place === undefined) throw new Error("no tenant was planted");
  const raw = new RawChild();
  await raw.run(`CREATE VIEW d AS SELECT * FROM read_parquet('${brought.path}')`);
  console.log("Asking in turns: the portal, the engine by hand, PostgreSQL ...");
  const asked = await measureQuestions({ ...place, raw, rival });
  await raw.end();
  console.log("Asking sixteen at once ...");
  const crowd = await measureCrowd(places, rival);
  const figures: Figure[] = [
    ...asked,
    {
      name: "stored bytes / PostgreSQL's table",
      value: brought.stored.bytes / tableBytes,
      unit: "x",
      limit: { most: 0.25 },
    },
    { name: "  the file as it came", value: statSync(source).size / 1e6, unit: "MB" },
    { name: "  stored", value: brought.stored.bytes / 1e6, unit: "MB" },
    { name: "  PostgreSQL's table", value: tableBytes / 1e6, unit: "MB" },
    ...crowd,
    ...(await measurePages(env().APP_BASE_URL, planted)),
    ...brought.figures,
  ];
  const machine = { cores: availableParallelism(), processor: cpus()[0]?.model, node: process.version };
  const report = { at: new Date(), rows: ROWS, machine, postgres: await rival.version(), figures };
  writeFileSync(join(root, "analytics.json"), `${JSON.stringify(report, null, 2)}\n`);
  console.log(
    `\n${tableOf(figures)}\n\nThe web's memory during an upload of 250 MB: e2e/upload-memory.spec.ts.`,
  );
  const missed = figures.filter((figure) => !holds(figure));
  console.log(missed.length === 0 ? "All limits are kept." : `${missed.length} limits are missed.`);
  engineHere().engine.close();
  await rival.end();
  await disconnect();
  rmSync(folder, { recursive: true });
  return missed.length === 0 ? 0 : 1;
}

async function open({ slug, datasetId }: Planted["tenants"][number]) {
  const caller = await enterTenantAsOperator("bench", slug);
  const dataset = caller === null ? null : await openDataset(caller, datasetId);
  if (caller === null || dataset === null) throw new Error(`${slug} has no dataset`);
  return { caller, dataset };
}

process.exit(await main(process.argv[2], process.env.BENCH_POSTGRES_URL));
