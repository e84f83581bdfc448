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
  const figures: Figure[] = [];
  const note = (title: string, found: readonly Figure[]) => {
    figures.push(...found);
    console.log(`\n${title}\n${tableOf(found)}`);
  };
  console.log(`Writing ${ROWS.toLocaleString("en")} rows ...`);
  await writeEvents(source);
  const brought = await bringIn(source, folder);
  note("Bringing the file in, and copying it bare, in turns", brought.figures);
  const rival = new Rival(url);
  const tableBytes = await rival.load(source);
  note("What it takes on the disk", sizes(statSync(source).size, brought.stored.bytes, tableBytes));
  const planted = await plantTenants(brought);
  const places = await Promise.all(planted.tenants.map(open));
  const [place] = places;
  if (place === undefined) throw new Error("no tenant was planted");
  const raw = new RawChild();
  await raw.run(`CREATE VIEW d AS SELECT * FROM read_parquet('${brought.path}')`);
  note(
    "The portal, the engine by hand and PostgreSQL, in turns",
    await measureQuestions({ ...place, raw, rival }),
  );
  await raw.end();
  note("Sixteen at once, in turns", await measureCrowd(places, rival));
  note("The served portal meanwhile", await measurePages(env().APP_BASE_URL, planted));
  const machine = { cores: availableParallelism(), processor: cpus()[0]?.model, node: process.version };
  const report = { at: new Date(), rows: ROWS, machine, postgres: await rival.version(), figures };
  writeFileSync(join(root, "analytics.json"), `${JSON.stringify(report, null, 2)}\n`);
  console.log("\nThe web's memory during an upload of 250 MB is measured by e2e/upload-memory.spec.ts.");
  const missed = figures.filter((figure) => !holds(figure));
  console.log(missed.length === 0 ? "All limits are kept." : `${missed.length} limits are missed.`);
  engineHere().engine.close();
  await rival.end();
  await disconnect();
  rmSync(folder, { recursive: true });
  return missed.length === 0 ? 0 : 1;
}

function sizes(source: number, stored: number, table: number): Figure[] {
  return [
    { name: "stored bytes / PostgreSQL's table", value: stored / table, unit: "x", limit: { most: 0.25 } },
    { name: "  the file as it came", value: source / 1e6, unit: "MB" },
    { name: "  stored", value: stored / 1e6, unit: "MB" },
    { name: "  PostgreSQL's table", value: table / 1e6, unit: "MB" },
  ];
}

async function open({ slug, datasetId }: Planted["tenants"][number]) {
  const caller = await enterTenantAsOperator("bench", slug);
  const dataset = caller === null ? null : await openDataset(caller, datasetId);
  if (caller === null || dataset === null) throw new Error(`${slug} has no dataset`);
  return { caller, dataset };
}

process.exit(await main(process.argv[2], process.env.BENCH_POSTGRES_URL));
