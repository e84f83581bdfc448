import { STATUS_CODES } from "node:http";
import type { Reply } from "../server/call";
import { replyJson } from "../server/reply-json";

/** An error in the Management API's form: `{statusCode, error, message, errorCode?}`. */
export function apiError(status: number, message: string, errorCode?: string): Reply {
  // Auth0 still calls this one by its older name (RFC 2616).
  const error = status === 413 ? "Request Entity Too Large" : STATUS_CODES[status];
  const code = errorCode === undefined ? {} : { errorCode };
  return replyJson(status, { statusCode: status, error, message, ...code });
}
