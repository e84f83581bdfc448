import { disconnect } from "@/db/connect";
import { mayMakePeople } from "@/lib/auth0/contract/may-make-people";
import { CONTRACT_DOMAIN, runContract } from "@/lib/auth0/contract/run-contract";
import { env } from "@/lib/base/env";
import { setLogLevel } from "@/lib/base/log";
import { orExit } from "@/lib/base/or-exit";
import { drawTable } from "./auth0/draw-table";
import { sumUp } from "./auth0/sum-up";

/**
 * `npm run test:contract`: the checks, and everything that the portal relies on, proved with people made for it.
 * Ends with 1 when something is wrong.
 */
const settings = orExit(() => env());
setLogLevel("error");
console.log(`Auth0 tenant ${settings.AUTH0_DOMAIN}, portal ${settings.APP_BASE_URL}`);
console.log(`This makes people under ${CONTRACT_DOMAIN}, imports them, and deletes them at the end.\n`);
if (!mayMakePeople(settings, process.env.CONTRACT_TENANT)) {
  console.error(
    `Nothing was done. If that is all right in this tenant, set CONTRACT_TENANT=${settings.AUTH0_DOMAIN}`,
  );
  process.exit(1);
}
const found = await runContract();
await disconnect();
console.log(drawTable(found));
console.log(`\n${sumUp(found)}`);
if (found.some(({ is }) => is === "wrong")) process.exitCode = 1;
