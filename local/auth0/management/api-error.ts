import type { Reply } from "../server/call";
import { replyJson } from "../server/reply-json";

const names: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  413: "Request Entity Too Large",
  429: "Too Many Requests",
};

/** An error in the Management API's form: `{statusCode, error, message, errorCode?}`. */
export function apiError(status: number, message: string, errorCode?: string): Reply {
  const code = errorCode === undefined ? {} : { errorCode };
  return replyJson(status, { statusCode: status, error: names[status] ?? "Error", message, ...code });
}
