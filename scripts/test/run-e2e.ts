import { appendFileSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { claimHome } from "../../local/launcher/claim-home";
import { clearHome } from "./clear-home";
import { countPlaywright } from "./count-playwright";
import { BUILD_FOLDER, makeTestEnvironment } from "./make-test-environment";
import { provideBrowser } from "./provide-browser";
import { runCommand } from "./run-command";
import { startPortal } from "./start-portal";
import type { StepRoom } from "./step-room";
import type { Tally } from "./tally";

type Style = "universal" | "classic";
const HOME = resolve(".test");
/**
 * Many people walk in within minutes under the first style. Under the second a demo and two walks share the calls; the
 * smallest plan's two a second would make them wait where the tests expect the next step at once.
 */
const PLANS: Record<Style, string> = { universal: "enterprise", classic: "professional" };

/**
 * Runs the end-to-end tests against the production build, on a fresh set-up of its own for each of Auth0's
 * two login styles: all tests under Universal Login, and those tagged `@both-styles` or `@classic` under
 * classic login. Arguments for Playwright narrow it to one style (E2E_LOGIN_STYLE, universal unless set).
 *
 * @param room where logs and reports go; arguments for Playwright
 */
export async function runE2e(room: StepRoom): Promise<Tally> {
  const log = `${room.folder}/e2e.log`;
  rmSync(log, { force: true });
  const claim = claimHome(`${HOME}/runner`);
  if (!claim.ok) return fail(log, `The end-to-end tests are already running here (process ${claim.pid}).`);
  try {
    const browser = await provideBrowser(`${room.folder}/browser.log`);
    if (!browser.ok) return fail(log, browser.message);
    const asked: Style = process.env.E2E_LOGIN_STYLE === "classic" ? "classic" : "universal";
    const styles: Style[] = room.args.length > 0 ? [asked] : ["universal", "classic"];
    const sum: Tally = { passed: 0, failed: 0 };
    for (const style of styles) {
      const { passed, failed } = await runStyle(room, style, browser.path, log);
      sum.passed += passed;
      sum.failed += failed;
      if (failed > 0) break;
    }
    return sum;
  } finally {
    claim.release();
  }
}

async function runStyle(
  room: StepRoom,
  style: Style,
  browser: string | undefined,
  log: string,
): Promise<Tally> {
  await clearHome(HOME);
  const own = {
    AUTH0_LOGIN_STYLE: style,
    AUTH0_PLAN: PLANS[style],
    // The second style runs on what a first start plants, so that the demo is looked at as well, and has samples. Under the
    // first, each of a hundred new tenants would import one while tests look at what changes in it.
    ...(style === "classic" ? { ANALYSTICK_DEMO: "on" } : { ANALYTICS_SAMPLE: "off" }),
  };
  const portal = { ...(await makeTestEnvironment(process.env, HOME)), ...own };
  const started = await startPortal(portal, `${room.folder}/launcher-${style}.log`);
  if (!started.ok) return fail(log, started.lastWords);
  try {
    const report = `${room.folder}/e2e-${style}.json`;
    rmSync(report, { force: true });
    const only = style === "universal" ? ["--grep-invert", "@classic"] : ["--grep", "@classic|@both-styles"];
    const selection = room.args.length > 0 ? room.args : only;
    const args = ["node_modules/@playwright/test/cli.js", "test", "--pass-with-no-tests", ...selection];
    const env = {
      E2E_LOGIN_STYLE: style,
      SERVICES_FILE: `${HOME}/services.json`,
      PLAYWRIGHT_CHROMIUM: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: resolve(report),
      NEXT_DIST_DIR: BUILD_FOLDER,
      NODE_ENV: "test",
    };
    const words = `${room.folder}/e2e-${style}.log`;
    const code = await runCommand({ file: process.execPath, args, log: words, show: room.show, env });
    appendFileSync(log, readFileSync(words));
    return countPlaywright(JSON.parse(readFileSync(report, "utf8")), code);
  } finally {
    await started.stop();
  }
}

function fail(log: string, message: string): Tally {
  appendFileSync(log, `${message}\n`);
  return { passed: 0, failed: 1 };
}
