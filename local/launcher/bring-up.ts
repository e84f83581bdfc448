import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { awaitMessage, type Ready } from "./await-message";
import { awaitPort } from "./await-port";
import type { Run } from "./begin-run";
import { buildPortal } from "./build-portal";
import type { Plan } from "./compose-plan";
import { createTenantDatabase } from "./create-tenant-database";
import { plantDemo } from "./plant-demo";
import { prepareDatabase } from "./prepare-database";
import { readTail } from "./read-tail";
import { restartOnChange } from "./restart-on-change";
import { runStep } from "./run-step";
import { showProgress } from "./show-progress";
import type { Service, ServiceWish } from "./spawn-service";
import { StartError } from "./start-error";
import { writeServices } from "./write-services";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TSX = ["--import", "tsx"];
const NEXT = "node_modules/next/dist/bin/next";

type Environment = Record<string, string | undefined>;
export type Mode = "start" | "dev";

/**
 * Starts everything the plan asks for, each service once what it needs is there.
 *
 * @param run the launcher's run, which keeps the processes
 * @param plan from `composePlan`
 * @param mode `dev` serves sources with hot reload instead of a build
 * @throws StartError naming the part that did not start, with its last words
 */
export async function bringUp(run: Run, plan: Plan, mode: Mode): Promise<void> {
  const environment = { ...plan.portal, NODE_ENV: mode === "dev" ? "development" : "production" };
  if (plan.production || !plan.everythingLocal) await checkSettings(run, plan);
  await Promise.all([
    plan.local.mailbox ? startMailbox(run, plan) : undefined,
    startAfterDatabase(run, plan, mode, environment),
  ]);
  if (plan.everythingLocal) await plantDemo(run, plan, environment);
}

/** PostgreSQL first: the tenant and the portal keep their data in it. */
async function startAfterDatabase(run: Run, plan: Plan, mode: Mode, environment: Environment): Promise<void> {
  const adminUrl = plan.local.postgres ? await startPostgres(run, plan) : undefined;
  await Promise.all([
    plan.local.tenant ? startTenant(run, plan, adminUrl) : undefined,
    startPortal(run, plan, mode, environment, adminUrl),
  ]);
  if (!plan.production) writeServices(run.home, plan, adminUrl);
}

async function startPortal(
  run: Run,
  plan: Plan,
  mode: Mode,
  environment: Environment,
  adminUrl: string | undefined,
): Promise<void> {
  await showProgress("database", () => prepareDatabase(run, plan, adminUrl));
  if (mode === "start") await build(run, environment);
  await Promise.all([startWeb(run, plan, mode, environment), startWorker(run, plan, mode, environment)]);
}

async function checkSettings(run: Run, plan: Plan): Promise<void> {
  const environment = { ...plan.portal, NODE_ENV: plan.production ? "production" : "development" };
  await showProgress("settings", () =>
    runStep(run, "Checking the settings", [...TSX, "scripts/check-env.ts"], environment),
  );
}

function startPostgres(run: Run, plan: Plan): Promise<string> {
  return showProgress("PostgreSQL", async () => {
    const args = [
      ...TSX,
      "local/postgres/main.ts",
      "--dir",
      `${run.home}/postgres`,
      "--port",
      String(plan.ports.postgres),
    ];
    if (plan.portal.ANALYSTICK_THROWAWAY === "1") args.push("--throwaway");
    const service = run.spawn({
      name: "postgres",
      title: "PostgreSQL",
      args,
      env: process.env,
      grace: 20_000,
    });
    const { url } = await expectReady(run, service, awaitMessage(service, 60_000));
    if (url === undefined) throw new StartError("PostgreSQL did not say where it is.");
    return url;
  });
}

function startMailbox(run: Run, plan: Plan): Promise<void> {
  const env = { ...process.env, ...plan.mailbox };
  return start(run, {
    name: "mailbox",
    title: "mailbox",
    args: [...TSX, "local/mailbox/main.ts"],
    env,
    grace: 3000,
  });
}

async function startTenant(run: Run, plan: Plan, adminUrl: string | undefined): Promise<void> {
  if (adminUrl && plan.portal.LOCAL_AUTH0_DATABASE_URL === undefined) {
    await createTenantDatabase(adminUrl, plan.databases.auth0);
  }
  const env = { ...process.env, ...plan.tenant };
  await start(run, {
    name: "auth0",
    title: "local Auth0 tenant",
    args: [...TSX, "local/auth0/main.ts"],
    env,
    grace: 5000,
  });
}

async function start(run: Run, wish: ServiceWish): Promise<void> {
  await showProgress(wish.title, async () => {
    const service = run.spawn(wish);
    await expectReady(run, service, awaitMessage(service, 60_000));
  });
}

async function build(run: Run, environment: Environment): Promise<void> {
  const folder = environment.NEXT_DIST_DIR ?? ".next";
  if (!existsSync(`${ROOT}/${folder}/analystick-sources`))
    console.log("  Building the portal; the first time takes a while ...");
  await showProgress("build", () =>
    buildPortal(ROOT, folder, async () => {
      await runStep(run, "Building the portal", [NEXT, "build"], environment);
      return true;
    }),
  );
}

async function startWeb(run: Run, plan: Plan, mode: Mode, env: Environment): Promise<void> {
  await showProgress("web", async () => {
    // A set-up with demo passwords stays on this computer: "localhost", looked up as 127.0.0.1.
    const stays = Object.values(plan.local).some(Boolean);
    const lookup = stays ? ["--dns-result-order=ipv4first"] : [];
    const dev = [NEXT, "dev", "-p", String(plan.ports.app), ...(stays ? ["-H", "localhost"] : [])];
    const args = [...lookup, ...(mode === "dev" ? dev : [...TSX, "server/main.ts"])];
    // No balancer stands before a set-up on this computer, so nobody needs a notice.
    const own = stays ? { BIND_ADDRESS: "localhost", DRAIN_NOTICE_SECONDS: "0", ...env } : env;
    const service = run.spawn({
      name: "web",
      title: "web",
      args,
      env: own,
      grace: 11_000,
      aloud: plan.production,
    });
    await expectReady(run, service, awaitPort(service, plan.ports.app, 120_000));
  });
}

async function startWorker(run: Run, plan: Plan, mode: Mode, env: Environment): Promise<void> {
  const args = [...TSX, "worker/main.ts"];
  const wish = { name: "worker", title: "worker", args, env, grace: 20_000, aloud: plan.production };
  await start(run, wish);
  if (mode === "dev") restartOnChange(run, wish, ["worker", "lib", "db"]);
}

async function expectReady(run: Run, service: Service, waiting: Promise<Ready>): Promise<{ url?: string }> {
  const ready = await waiting;
  if (ready.ok) {
    run.keep(service);
    return ready;
  }
  const what = ready.reason === "slow" ? "took too long to start" : "did not start";
  throw new StartError(
    `${service.wish.title} ${what}.\n${readTail(service.log, 20, service.logStart)}\nThe whole log: ${service.log}`,
  );
}
