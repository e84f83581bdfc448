import { checkAppUrl } from "./check-app-url";
import { checkCallbackUrl } from "./check-callback-url";
import { checkConnectionId } from "./check-connection-id";
import { checkConnectionName } from "./check-connection-name";
import { checkCredentials } from "./check-credentials";
import { checkDomain } from "./check-domain";
import { checkImports } from "./check-imports";
import { checkLogoutUrl } from "./check-logout-url";
import { checkPlan } from "./check-plan";
import { checkScopes } from "./check-scopes";
import { checkSignUps } from "./check-sign-ups";
import type { Check } from "./finding";
import { notTold } from "./not-told";

/** What must be right before anything else can be asked. */
export const gates: Check[] = [checkDomain, checkCredentials];

/** What is asked through the gates. */
export const probes: Check[] = [
  checkScopes,
  checkConnectionId,
  checkImports,
  checkConnectionName,
  checkSignUps,
  checkCallbackUrl,
  checkLogoutUrl,
  checkPlan,
];

/** Everything that is looked at, in the order in which it is mended. */
export const checks: Check[] = [checkAppUrl, ...gates, ...probes, ...notTold];
