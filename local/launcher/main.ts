import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { endOrphan } from "../postgres/end-orphan";
import { ownsCluster } from "../postgres/owns-cluster";
import { readPostmasterFile } from "../postgres/read-postmaster-file";
import { beginRun, type Run } from "./begin-run";
import { bringUp, type Mode } from "./bring-up";
import { claimHome } from "./claim-home";
import { composePlan, type Plan } from "./compose-plan";
import { endLeftovers } from "./end-leftovers";
import { findBusyPort } from "./find-busy-port";
import { loadSecrets } from "./load-secrets";
import { planPorts } from "./plan-ports";
import { printSummary } from "./print-summary";
import { readServices } from "./read-services";
import { readTail } from "./read-tail";
import { runScript } from "./run-script";
import type { Service } from "./spawn-service";
import { StartError } from "./start-error";

const home = resolve(process.env.ANALYSTICK_HOME || ".local");
const CLUSTER = join(home, "postgres", "data");

/**
 * `npm start` (no word), `npm run dev` ("dev"), and scripts in the set-up's environment: "run FILE ...", or
 * "inspect FILE ..." for those that ask Auth0 and need no database.
 */
async function main(): Promise<void> {
  const [word, ...rest] = process.argv.slice(2);
  if (!process.env.ANALYSTICK_HOME && existsSync(".env")) process.loadEnvFile(".env");
  const isScript = word === "run" || word === "inspect";
  const plan = makePlan(isScript ? (process.env.PORT ?? runningPort()) : process.env.PORT);
  if (isScript) process.exit(await runScript(plan, rest, word === "run" ? "database" : "tenant"));
  if (word !== undefined && word !== "dev")
    throw new StartError(`Unknown word "${word}". Use: npm start, or npm run dev.`);
  if (word === "dev" && plan.production)
    throw new StartError("NODE_ENV is production. Unset it for npm run dev.");
  await launch(plan, word ?? "start");
}

/** Where the set-up of this folder runs, or ran last, when the operator doesn't say. */
function runningPort(): string | undefined {
  const app = readServices(home).app;
  return typeof app === "string" && app.startsWith("http://localhost:") ? new URL(app).port : undefined;
}

function makePlan(port: string | undefined): Plan {
  const planned = planPorts(port);
  if (!planned.ok) throw new StartError(planned.message);
  const production = process.env.NODE_ENV === "production";
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chmodSync(home, 0o700);
  return composePlan(process.env, planned.ports, production ? undefined : loadSecrets(home), home);
}

async function launch(plan: Plan, mode: Mode): Promise<void> {
  const began = Date.now();
  const claim = claimHome(home, plan.portal.APP_BASE_URL);
  if (!claim.ok) throw new StartError(describeOther(claim));
  process.once("exit", claim.release);
  const run = beginRun(home, (service) => void endBecauseOf(service, run));
  obeySignals(run);
  console.log(plan.production ? "Starting Analystick in production mode" : "Starting Analystick");
  try {
    const leftovers = await endLeftovers(home);
    if (leftovers.length > 0)
      console.log(`  Ended what an earlier run left behind: ${leftovers.join(", ")}.`);
    const busy = await findBusyPort(portsOf(plan));
    if (busy) throw new StartError(busy);
    await bringUp(run, plan, mode);
  } catch (error) {
    if (run.stopping) return;
    await endAll(run);
    throw error;
  }
  if (run.stopping) return;
  printSummary(home, plan, mode, (Date.now() - began) / 1000);
  process.send?.({ ready: true });
}

function describeOther({ pid, where }: { pid: number; where: string | undefined }): string {
  const place = where === undefined ? "" : `, ${where}`;
  return `Analystick is already running here (process ${pid}${place}). Stop it first: with Ctrl-C in its terminal, or, where there is none left, with: kill ${pid}`;
}

function portsOf({ ports, local }: Plan): [number, string][] {
  const list: [number, string, boolean][] = [
    [ports.app, "the portal", true],
    [ports.auth0, "the local Auth0 tenant", local.tenant],
    [ports.auth0Control, "the local Auth0 tenant's control", local.tenant],
    [ports.mailbox, "the mailbox", local.mailbox],
    [ports.smtp, "the mailbox's SMTP", local.mailbox],
    [ports.postgres, "PostgreSQL", local.postgres && !serverRuns()],
  ];
  return list.filter(([, , wanted]) => wanted).map(([port, purpose]) => [port, purpose]);
}

/** Whether our PostgreSQL outlived its keeper: it will be adopted, or stopped, on its port. */
function serverRuns(): boolean {
  const note = readPostmasterFile(CLUSTER);
  return note !== undefined && ownsCluster(note.pid, CLUSTER);
}

/**
 * The first Ctrl-C stops in order; npm passes it on, so only one that comes a second later is a second one. That
 * whoever started us is gone is no second one, however late it shows.
 */
function obeySignals(run: Run): void {
  let first = 0;
  const obey = async () => {
    if (first === 0) {
      first = Date.now();
      console.log("\nStopping ...");
      await endAll(run, ({ wish }) => console.log(`  ${wish.title}`));
      process.exit(0);
    }
    if (Date.now() - first < 1000) return;
    run.force();
    await endOrphan(CLUSTER);
    process.exit(130);
  };
  const obeyOnce = () => {
    if (first === 0) void obey();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void obey());
  // The terminal is closed, or npm has ended (follow-npm.mjs).
  process.on("SIGHUP", obeyOnce);
  // Started by a program that holds a channel to us: we end when that program is gone.
  process.once("disconnect", obeyOnce);
  process.stdout.on("error", () => {});
}

async function endAll(run: Run, tell?: (service: Service) => void): Promise<void> {
  await run.end(tell);
  await endOrphan(CLUSTER);
}

async function endBecauseOf(service: Service, run: Run): Promise<void> {
  if (run.stopping) return;
  console.error(`\n${service.wish.title} ended by itself. Its last words (${service.log}):`);
  console.error(readTail(service.log, 20, service.logStart));
  console.error("Stopping the rest ...");
  await endAll(run);
  process.exit(1);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}
