import type { Reply } from "../server/call";
import { apiError } from "./api-error";
import type { ShapeProblem } from "./check-shape";

/** The 400 for a body that has the wrong shape; names the first problem, as Auth0 does. */
export function payloadError({ message, path }: ShapeProblem): Reply {
  const where = path === undefined ? "" : ` on property ${path}`;
  return apiError(400, `Payload validation error: '${message}'${where}.`, "invalid_body");
}
