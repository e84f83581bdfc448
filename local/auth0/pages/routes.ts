import type { Route } from "../server/call";
import { homePage } from "./home-page";
import { noIcon } from "./no-icon";
import { resetRequestPage } from "./reset-request-page";
import { showLogin } from "./show-login";
import { showReset } from "./show-reset";
import { submitLogin } from "./submit-login";
import { submitReset } from "./submit-reset";
import { submitResetRequest } from "./submit-reset-request";
import { verifyEmail } from "./verify-email";

/** The hosted pages: Universal Login's under /u, classic login's under /lo. */
export const pageRoutes: readonly Route[] = [
  { method: "GET", path: "/", answer: homePage },
  { method: "GET", path: "/favicon.ico", answer: noIcon },
  { method: "GET", path: "/u/login", answer: showLogin },
  { method: "POST", path: "/u/login", answer: submitLogin },
  { method: "GET", path: "/u/reset-request", answer: resetRequestPage },
  { method: "POST", path: "/u/reset-request", answer: submitResetRequest },
  { method: "GET", path: "/u/email-verification", answer: verifyEmail },
  { method: "GET", path: "/u/reset-verify", answer: showReset },
  { method: "POST", path: "/u/reset-verify", answer: submitReset },
  { method: "GET", path: "/lo/reset", answer: showReset },
  { method: "POST", path: "/lo/reset", answer: submitReset },
];
