import { apiError } from "../management/api-error";
import type { Call, Reply } from "./call";
import { replyJson } from "./reply-json";

/**
 * An error in the wording of the door it happens at: the Management API's, or OAuth's `{error, error_description}`
 * (RFC 6749, section 5.2) everywhere else.
 */
export function refuse(call: Call, status: number, code: string, message: string): Reply {
  return call.url.pathname.startsWith("/api/v2/")
    ? apiError(status, message, code)
    : replyJson(status, { error: code, error_description: message });
}
