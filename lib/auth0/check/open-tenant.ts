import { randomUUID } from "node:crypto";
import type { Env } from "@/lib/base/env-schema";
import { tenantOf } from "../tenant";
import { askTenant, type TenantReply } from "./ask-tenant";

/** The part of the portal's environment that a tenant must fit. */
export type PortalSettings = Pick<
  Env,
  | "APP_BASE_URL"
  | "AUTH0_MODE"
  | "AUTH0_DOMAIN"
  | "AUTH0_CLIENT_ID"
  | "AUTH0_CLIENT_SECRET"
  | "AUTH0_CONNECTION"
  | "AUTH0_CONNECTION_ID"
  | "AUTH0_LOGIN_STYLE"
  | "AUTH0_PLAN"
>;

/** A tenant and the settings that are held against it. What several checks need is asked once. */
export type TenantUnderCheck = {
  settings: PortalSettings;
  /** The tenant's address with a slash at the end; also the issuer that it should name. */
  issuer: string;
  discovery(): Promise<TenantReply>;
  /** The reply of the token endpoint to the portal's id and secret. */
  credentials(): Promise<TenantReply>;
  /** Asks the Management API with the portal's token. Only once the credentials are known to be right. */
  api(path: string, init?: RequestInit): Promise<TenantReply>;
};

/** Opens nothing yet: each call is made when a check asks for it. */
export function openTenant(settings: PortalSettings): TenantUnderCheck {
  const { issuer, managementDomain } = tenantOf(settings);
  const discovery = once(() => askTenant(`${issuer}.well-known/openid-configuration`));
  const credentials = once(() =>
    askTenant(`${issuer}oauth/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: settings.AUTH0_CLIENT_ID,
        client_secret: settings.AUTH0_CLIENT_SECRET,
        audience: `https://${managementDomain}/api/v2/`,
      }),
    }),
  );
  return {
    settings,
    issuer,
    discovery,
    credentials,
    async api(path, init = {}) {
      const { access_token } = (await credentials()).json;
      const headers = new Headers(init.headers);
      headers.set("authorization", `Bearer ${String(access_token)}`);
      return askTenant(`${issuer}api/v2${path}`, { ...init, headers });
    },
  };
}

function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let result: Promise<Value> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}

/** An address that nobody has: `.invalid` is set aside for that (RFC 2606, section 2). */
export function nobodysAddress(): string {
  return `nobody-${randomUUID()}@analystick-check.invalid`;
}
