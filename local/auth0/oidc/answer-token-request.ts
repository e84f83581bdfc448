import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { z } from "zod";
import type { Call, Reply } from "../server/call";
import { readBody } from "../server/read-body";
import { replyJson } from "../server/reply-json";
import type { Tenant } from "../tenant";
import { clientIsGenuine } from "./client-is-genuine";
import { issueManagementToken } from "./issue-management-token";

const LIMIT_BYTES = 56 * 1_024;

/**
 * POST /oauth/token, with a form or a JSON body. Authenticates the application in either of RFC 6749's ways
 * (section 2.3.1), issues Management API tokens itself, and leaves codes to the OpenID Connect engine.
 */
export async function answerTokenRequest(tenant: Tenant, call: Call): Promise<Reply | "answered"> {
  const form = await readParameters(call.req);
  if (!form) return oauthError(400, "invalid_request", "The request body could not be read");
  addBasicCredentials(form, call.req.headers);
  call.ids.grant_type = form.get("grant_type") ?? "";
  if (!clientIsGenuine(tenant.config.app, form.get("client_id") ?? "", form.get("client_secret") ?? ""))
    return oauthError(401, "access_denied", "Unauthorized");
  switch (form.get("grant_type")) {
    case "client_credentials":
      return issueManagementToken(tenant, form);
    case "authorization_code":
    case "refresh_token":
      return delegate(tenant, call, form);
    default:
      return oauthError(403, "unsupported_grant_type", `Unsupported grant type: ${form.get("grant_type")}`);
  }
}

function oauthError(status: number, error: string, error_description: string): Reply {
  return replyJson(status, { error, error_description });
}

async function readParameters(req: IncomingMessage): Promise<URLSearchParams | undefined> {
  const body = await readBody(req, LIMIT_BYTES);
  if (!body.ok) return undefined;
  const text = body.bytes.toString("utf8");
  if (!req.headers["content-type"]?.startsWith("application/json")) return new URLSearchParams(text);
  try {
    const parsed = z.record(z.string(), z.string()).safeParse(JSON.parse(text));
    return parsed.success ? new URLSearchParams(parsed.data) : undefined;
  } catch {
    return undefined;
  }
}

function addBasicCredentials(form: URLSearchParams, headers: IncomingHttpHeaders): void {
  const [scheme, encoded] = (headers.authorization ?? "").split(" ");
  if (scheme?.toLowerCase() !== "basic" || !encoded) return;
  const [id = "", secret = ""] = Buffer.from(encoded, "base64").toString("utf8").split(":", 2);
  form.set("client_id", decodeFormText(id));
  form.set("client_secret", decodeFormText(secret));
}

/** Undoes form encoding as RFC 6749, appendix B, wants it; what isn't encoded stays as it is. */
function decodeFormText(text: string): string {
  return new URLSearchParams(`text=${text.replaceAll("&", "%26")}`).get("text") ?? "";
}

async function delegate(tenant: Tenant, { req, res }: Call, form: URLSearchParams): Promise<"answered"> {
  delete req.headers.authorization;
  req.headers["content-type"] = "application/x-www-form-urlencoded";
  // The engine takes `body` where the stream was read before.
  await tenant.provider.callback()(Object.assign(req, { body: Object.fromEntries(form) }), res);
  return "answered";
}
