import type { InteractionResults } from "oidc-provider";
import { cookieNames } from "../oidc/cookie-names";
import type { Call, Reply } from "../server/call";
import { readForm } from "../server/read-form";
import { redirect } from "../server/redirect";
import type { Tenant } from "../tenant";
import { type SignInOutcome, signIn } from "../users/sign-in";
import { backToApplication } from "./back-to-application";
import { checkForm } from "./check-form";
import { findLogin } from "./find-login";
import { loginPage } from "./login-page";
import { staleFormPage } from "./stale-form-page";

const wrongCredentials = "Wrong email or password";
const tooManyFailures = "Your account has been blocked after multiple consecutive login attempts.";

type Login = NonNullable<Awaited<ReturnType<typeof findLogin>>>;

/** POST /u/login: checks the password and hands the result to the OpenID Connect engine. */
export async function submitLogin(tenant: Tenant, call: Call): Promise<Reply> {
  const form = await readForm(call);
  const login = await findLogin(tenant, call);
  if (!login) return redirect(backToApplication(tenant.config).href, {}, 303);
  if (!checkForm(tenant, call, form)) return staleFormPage();
  const email = form.get("username") ?? "";
  const password = form.get("password") ?? "";
  const outcome = await signIn(tenant.db, email, password, call.ip, tenant.clock.now());
  if (outcome.ok) call.ids.user_id = outcome.user.user_id;
  const result = resultOf(outcome);
  if (result) return finish(tenant, login, result);
  const error = outcome.ok || outcome.reason === "wrong-credentials" ? wrongCredentials : tooManyFailures;
  return loginPage(tenant, call, { state: login.uid, email, error });
}

function resultOf(outcome: SignInOutcome): InteractionResults | undefined {
  if (outcome.ok) return { login: { accountId: outcome.user.user_id, amr: ["pwd"] } };
  if (outcome.reason === "blocked-by-admin")
    return { error: "unauthorized", error_description: "user is blocked" };
  return undefined;
}

async function finish(tenant: Tenant, login: Login, result: InteractionResults): Promise<Reply> {
  await leaveEarlierSession(tenant, login, result.login?.accountId);
  login.result = result;
  await login.save(Math.max(1, login.exp - Math.floor(tenant.clock.machineNow().getTime() / 1_000)));
  const cookie = `${cookieNames(tenant.config.port).login(login.uid)}=; path=/u/; max-age=0; httponly; samesite=lax`;
  return redirect(login.returnTo, { "set-cookie": cookie }, 303);
}

/** Somebody else's session in this browser ends here; the engine would ask for a click to do that. */
async function leaveEarlierSession(
  { db }: Tenant,
  login: Login,
  accountId: string | undefined,
): Promise<void> {
  const earlier = login.session;
  if (earlier?.accountId && accountId && earlier.accountId !== accountId)
    await db`delete from oidc_records where model = 'Session' and id = ${earlier.cookie}`;
  if (accountId) delete login.session;
}
