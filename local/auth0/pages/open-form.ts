import { randomBytes } from "node:crypto";
import { cookieNames } from "../oidc/cookie-names";
import type { Call } from "../server/call";
import { readCookie } from "../server/read-cookie";
import type { Tenant } from "../tenant";
import { formToken } from "./form-token";
import { html, type Markup } from "./html";

export interface OpenForm {
  /** The hidden field that proves that the form came from this page in this browser. */
  field: Markup;
  cookies: string[];
}

/** Protects a form against being submitted by another site: its token fits the browser's cookie only. */
export function openForm({ config, secrets }: Tenant, call: Call): OpenForm {
  const name = cookieNames(config.port).form;
  const known = readCookie(call.req, name);
  const browser = known ?? randomBytes(18).toString("base64url");
  const nonce = randomBytes(12).toString("base64url");
  return {
    field: html`<input type="hidden" name="form_token" value="${formToken(secrets.formKey, browser, nonce)}">`,
    cookies: known ? [] : [`${name}=${browser}; path=/; httponly; samesite=lax`],
  };
}
