import { mkdirSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { claimHome } from "../../local/launcher/claim-home";
import { buildForTests } from "../test/build-for-tests";
import { clearHome } from "../test/clear-home";
import { makeTestEnvironment } from "../test/make-test-environment";
import { runCommand } from "../test/run-command";
import { startKeeper } from "../test/start-keeper";
import { startPortal } from "../test/start-portal";

const FOLDER = resolve(".bench");
const HOME = `${FOLDER}/portal`;
/** What a server of this machine's size would be given; the whole table fits in. */
const FAIR = [
  "shared_buffers=1GB",
  "effective_cache_size=4GB",
  "work_mem=256MB",
  "maintenance_work_mem=512MB",
];
const SSD = ["random_page_cost=1.1", "max_wal_size=4GB"];

/**
 * `npm run bench -- analytics`: builds and starts a portal and a PostgreSQL of the bench's own, and measures in a process
 * that has the portal's environment. Ends with 1 when a limit is missed or an answer is wrong.
 */
async function main(): Promise<number> {
  const [word] = process.argv.slice(2);
  if (word !== "analytics") {
    console.error("Say what to measure: npm run bench -- analytics");
    return 1;
  }
  mkdirSync(FOLDER, { recursive: true });
  const claim = claimHome(`${FOLDER}/runner`);
  if (!claim.ok) {
    console.error(`The bench is already running here (process ${claim.pid}).`);
    return 1;
  }
  try {
    return await measure();
  } finally {
    claim.release();
  }
}

async function measure(): Promise<number> {
  console.log("Building, unless these sources were built before ...");
  const built = await buildForTests({ folder: FOLDER, show: false, args: [] });
  if (built.failed > 0) return fail(`The build failed: see ${FOLDER}/build.log`);
  await clearHome(HOME);
  const env = { ...(await makeTestEnvironment(process.env, HOME)), AUTH0_PLAN: "enterprise" };
  console.log("Starting a portal and a PostgreSQL to measure against ...");
  const portal = await startPortal(env, `${FOLDER}/launcher.log`);
  if (!portal.ok) return fail(portal.lastWords);
  const rival = await startKeeper([...FAIR, ...SSD]);
  try {
    const args = ["local/start.mjs", "run", "scripts/bench/measure-analytics.ts", FOLDER];
    const wish = { file: process.execPath, args, log: `${FOLDER}/analytics.log`, show: true };
    return await runCommand({ ...wish, env: { ...env, BENCH_POSTGRES_URL: rival.url } });
  } finally {
    await rival.stop();
    await portal.stop();
    rmSync(HOME, { recursive: true, force: true });
  }
}

function fail(words: string): number {
  console.error(words);
  return 1;
}

process.exit(await main());
