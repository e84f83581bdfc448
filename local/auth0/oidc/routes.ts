import type { Route } from "../server/call";
import { answerDiscovery } from "./answer-discovery";
import { answerOidcLogout } from "./answer-oidc-logout";
import { answerSignUp } from "./answer-sign-up";
import { answerTokenRequest } from "./answer-token-request";
import { answerV2Logout } from "./answer-v2-logout";
import { answerWithEngine } from "./answer-with-engine";

const group = "authentication";

/** The Authentication API. Its calls share the plan's "authentication" rate limit. */
export const oidcRoutes: readonly Route[] = [
  { method: "GET", path: "/.well-known/openid-configuration", answer: answerDiscovery },
  { method: "GET", path: "/.well-known/jwks.json", answer: answerWithEngine },
  { method: "GET", path: "/authorize", group, answer: answerWithEngine },
  { method: "POST", path: "/authorize", group, answer: answerWithEngine },
  { method: "GET", path: "/authorize/{uid}", answer: answerWithEngine },
  { method: "POST", path: "/oauth/token", group, answer: answerTokenRequest },
  { method: "POST", path: "/oauth/revoke", group, answer: answerWithEngine },
  { method: "GET", path: "/userinfo", group, answer: answerWithEngine },
  { method: "POST", path: "/userinfo", group, answer: answerWithEngine },
  { method: "GET", path: "/v2/logout", answer: answerV2Logout },
  { method: "GET", path: "/oidc/logout", answer: answerOidcLogout },
  { method: "POST", path: "/oidc/logout", answer: answerOidcLogout },
  { method: "POST", path: "/dbconnections/signup", group, answer: answerSignUp },
];
