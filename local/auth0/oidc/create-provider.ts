import Provider, { type Configuration, errors } from "oidc-provider";
import type { Clock } from "../clock";
import { renderErrorPage } from "../pages/render-error-page";
import type { TenantConfig } from "../read-config";
import type { Settings } from "../settings";
import type { Database } from "../store/connect";
import type { Secrets } from "../store/load-secrets";
import { cookieNames } from "./cookie-names";
import { createRecordAdapter } from "./create-record-adapter";
import { findAccount } from "./find-account";
import { loadGrant } from "./load-grant";
import { loginBinding } from "./login-binding";
import { loginPolicy } from "./login-policy";
import { wordTokenErrors } from "./word-token-errors";

const HOUR_S = 3_600;

/** Sets up the OpenID Connect engine so that it looks like an Auth0 tenant with one application. */
export function createProvider(parts: {
  config: TenantConfig;
  settings: Settings;
  secrets: Secrets;
  db: Database;
  clock: Clock;
}): Provider {
  const { config, settings, secrets, db, clock } = parts;
  const provider = new Provider(config.issuer, {
    adapter: (model) => createRecordAdapter(db, clock, model),
    clients: [application(config)],
    findAccount: findAccount(db),
    loadExistingGrant: loadGrant,
    jwks: { keys: [secrets.signingKey] },
    interactions: { policy: loginPolicy(db), url: loginPage(config, secrets) },
    renderError: renderErrorPage(config),
    cookies: cookies(config, secrets),
    ...tokens,
    ...protocol(config),
  });
  // The list may change while the tenant runs, the engine's clients may not.
  provider.Client.prototype.redirectUriAllowed = (url) => settings.callbackUrls.includes(url);
  wordTokenErrors(provider);
  provider.on("server_error", (ctx, error) => console.error(`local auth0: ${ctx.path} failed:`, error));
  return provider;
}

function application(config: TenantConfig): NonNullable<Configuration["clients"]>[number] {
  return {
    client_id: config.app.clientId,
    client_secret: config.app.clientSecret,
    client_name: config.app.name,
    redirect_uris: [config.app.callbackUrl],
    grant_types: ["authorization_code", "refresh_token"],
    response_types: ["code"],
    token_endpoint_auth_method: "client_secret_post",
    // Makes the engine put `sid` into ID tokens. Logout tokens are never sent: Auth0 keeps those for Enterprise.
    backchannel_logout_uri: `${config.app.baseUrl}/auth/backchannel-logout`,
    backchannel_logout_session_required: true,
  };
}

function loginPage(config: TenantConfig, secrets: Secrets) {
  const names = cookieNames(config.port);
  const url: NonNullable<NonNullable<Configuration["interactions"]>["url"]> = (ctx, { uid }) => {
    ctx.cookies.set(names.login(uid), loginBinding(secrets.formKey, uid), {
      signed: false,
      httpOnly: true,
      sameSite: "lax",
      path: "/u/",
      maxAge: HOUR_S * 1_000,
    });
    return `/u/login?state=${uid}`;
  };
  return url;
}

function cookies(config: TenantConfig, secrets: Secrets): NonNullable<Configuration["cookies"]> {
  const { session, interaction, resume } = cookieNames(config.port);
  return {
    keys: [secrets.cookieKey],
    names: { session, interaction, resume },
    long: { signed: true, httpOnly: true, sameSite: "lax" },
    short: { signed: true, httpOnly: true, sameSite: "lax" },
  };
}

/** Lifetimes in seconds, and what tokens say. Source: Auth0, "Token Lifetime", "ID Token Structure". */
const tokens: Configuration = {
  ttl: {
    AccessToken: 24 * HOUR_S,
    AuthorizationCode: 600,
    Grant: 14 * 24 * HOUR_S,
    IdToken: 10 * HOUR_S,
    Interaction: HOUR_S,
    Session: 3 * 24 * HOUR_S,
  },
  conformIdTokenClaims: false,
  claims: {
    openid: ["sub"],
    profile: ["name", "nickname", "picture", "given_name", "family_name", "updated_at"],
    email: ["email", "email_verified"],
    auth_time: null,
    sid: null,
    iss: null,
    acr: null,
    amr: null,
  },
};

function protocol(config: TenantConfig): Configuration {
  return {
    routes: {
      authorization: "/authorize",
      token: "/oauth/token",
      userinfo: "/userinfo",
      jwks: "/.well-known/jwks.json",
      revocation: "/oauth/revoke",
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      backchannelLogout: { enabled: true },
      revocation: { enabled: true },
      pushedAuthorizationRequests: { enabled: false },
    },
    pkce: { required: () => false },
    extraParams: {
      audience: null,
      organization: null,
      invitation: null,
      screen_hint: null,
      connection: (_ctx, value) => {
        if (value && value !== config.connection.name)
          throw new errors.InvalidRequest("the connection was not found");
      },
    },
    fetch: () => Promise.reject(new Error("the local tenant calls nobody")),
  };
}
