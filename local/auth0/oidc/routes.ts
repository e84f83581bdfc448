import type { Answer, Route } from "../server/call";
import { replyJson } from "../server/reply-json";
import { answerDiscovery } from "./answer-discovery";
import { answerOidcLogout } from "./answer-oidc-logout";
import { answerSignUp } from "./answer-sign-up";
import { answerTokenRequest } from "./answer-token-request";
import { answerV2Logout } from "./answer-v2-logout";
import { answerWithEngine } from "./answer-with-engine";

/** The Authentication API. Its calls share the plan's "authentication" rate limit. */
export const oidcRoutes: readonly Route[] = [
  { method: "GET", path: "/.well-known/openid-configuration", answer: answerDiscovery },
  { method: "GET", path: "/.well-known/jwks.json", answer: answerWithEngine },
  { method: "GET", path: "/authorize", answer: limited(answerWithEngine) },
  { method: "POST", path: "/authorize", answer: limited(answerWithEngine) },
  { method: "GET", path: "/authorize/{uid}", answer: answerWithEngine },
  { method: "POST", path: "/oauth/token", answer: limited(answerTokenRequest) },
  { method: "POST", path: "/oauth/revoke", answer: limited(answerWithEngine) },
  { method: "GET", path: "/userinfo", answer: limited(answerWithEngine) },
  { method: "POST", path: "/userinfo", answer: limited(answerWithEngine) },
  { method: "GET", path: "/v2/logout", answer: answerV2Logout },
  { method: "GET", path: "/oidc/logout", answer: answerOidcLogout },
  { method: "POST", path: "/oidc/logout", answer: answerOidcLogout },
  { method: "POST", path: "/dbconnections/signup", answer: answerSignUp },
];

function limited(answer: Answer): Answer {
  return async (tenant, call) => {
    const { allowed, headers } = tenant.limiter.spend("authentication");
    const refusal = { error: "too_many_requests", error_description: "Global limit has been reached" };
    if (!allowed) return replyJson(429, refusal, headers);
    for (const [name, value] of Object.entries(headers)) call.res.setHeader(name, value);
    return answer(tenant, call);
  };
}
