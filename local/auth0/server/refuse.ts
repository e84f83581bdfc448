import { STATUS_CODES } from "node:http";
import type { Call, Reply } from "./call";
import { replyJson } from "./reply-json";

/**
 * An error in the wording of the door it happens at: the Management API's `{statusCode, error, message}`, or
 * OAuth's `{error, error_description}` (RFC 6749, section 5.2) everywhere else.
 */
export function refuse(call: Call, status: number, code: string, message: string): Reply {
  if (!call.url.pathname.startsWith("/api/v2/"))
    return replyJson(status, { error: code, error_description: message });
  return replyJson(status, { statusCode: status, error: STATUS_CODES[status], message, errorCode: code });
}
