import { runChecks } from "@/lib/auth0/check/run-checks";
import { env } from "@/lib/base/env";
import { orExit } from "@/lib/base/or-exit";
import { describeFinding } from "./auth0/describe-finding";
import { sumUp } from "./auth0/sum-up";

/**
 * `npm run auth0:check`: holds the environment against the Auth0 tenant that it names, line by line. Changes nothing
 * there. Ends with 1 when something is wrong.
 */
const settings = orExit(() => env());
console.log(`Auth0 tenant ${settings.AUTH0_DOMAIN}, portal ${settings.APP_BASE_URL}\n`);
const found = await runChecks(settings);
for (const finding of found) console.log(describeFinding(finding));
console.log(`\n${sumUp(found)}`);
if (found.some(({ is }) => is === "wrong")) process.exitCode = 1;
