import { timingSafeEqual } from "node:crypto";
import { cookieNames } from "../oidc/cookie-names";
import type { Call } from "../server/call";
import { readCookie } from "../server/read-cookie";
import type { Tenant } from "../tenant";
import { formToken } from "./form-token";

/** Whether a submitted form was opened in the browser that sends it. */
export function checkForm({ config, secrets }: Tenant, call: Call, form: URLSearchParams): boolean {
  const browser = readCookie(call.req, cookieNames(config.port).form);
  const given = form.get("form_token") ?? "";
  if (!browser) return false;
  const expected = formToken(secrets.formKey, browser, given.split(".")[0] ?? "");
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
