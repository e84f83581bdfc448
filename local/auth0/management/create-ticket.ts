import type { Call, Reply } from "../server/call";
import { replyJson } from "../server/reply-json";
import type { Tenant } from "../tenant";
import { issueTicket } from "../tickets/issue-ticket";
import type { TicketKind } from "../tickets/ticket";
import { findUser } from "../users/find-user";
import { findUserByEmail } from "../users/find-user-by-email";
import type { UserRow } from "../users/user-row";
import { apiError } from "./api-error";
import type { Shape } from "./check-shape";
import { readPayload } from "./read-payload";

export interface TicketRequest {
  user_id?: string;
  connection_id?: string;
  email?: string;
  result_url?: string;
  client_id?: string;
  organization_id?: string;
  ttl_sec?: number;
  includeEmailInRedirect?: boolean;
  mark_email_as_verified?: boolean;
  identity?: Record<string, unknown>;
}

/** Makes the handler of one of the two ticket endpoints, both of which answer 201 with `{ticket}`. */
export function createTicket(kind: TicketKind, shape: Shape) {
  return async (tenant: Tenant, call: Call): Promise<Reply> => {
    const body = await readPayload<TicketRequest>(call, shape);
    if (!body.ok) return body.reply;
    const refusal = judgeRequest(tenant, body.payload);
    if (refusal) return refusal;
    const user = await findTicketUser(tenant, body.payload);
    if (!user) return apiError(404, "User not found.", "inexistent_user");
    call.ids.user_id = user.user_id;
    const ticket = await issueTicket(tenant, {
      kind,
      userId: user.user_id,
      resultUrl: body.payload.result_url,
      clientId: body.payload.client_id,
      ttlSec: body.payload.ttl_sec,
      includeEmail: body.payload.includeEmailInRedirect,
      markEmailAsVerified: body.payload.mark_email_as_verified,
    });
    return replyJson(201, { ticket });
  };
}

function judgeRequest({ config }: Tenant, request: TicketRequest): Reply | undefined {
  const { user_id, connection_id, email, result_url, client_id, organization_id, identity } = request;
  const badBody = (message: string): Reply => apiError(400, message, "invalid_body");
  if (result_url !== undefined && (client_id !== undefined || organization_id !== undefined))
    return badBody("The result_url cannot be specified together with client_id or organization_id.");
  if (user_id !== undefined && (connection_id !== undefined || email !== undefined))
    return badBody("The user_id cannot be specified together with connection_id or email.");
  if (user_id === undefined && (connection_id === undefined || email === undefined))
    return badBody("Payload validation error: 'Missing required property: user_id'.");
  if (connection_id !== undefined && connection_id !== config.connection.id)
    return badBody(`The connection with id ${connection_id} does not exist.`);
  if (client_id !== undefined && client_id !== config.app.clientId)
    return badBody("The client does not exist");
  if (organization_id !== undefined) return badBody("The organization does not exist");
  if (identity !== undefined && identity.provider !== "auth0")
    return badBody("The user's main connection does not support this operation.");
  return undefined;
}

async function findTicketUser({ db }: Tenant, request: TicketRequest): Promise<UserRow | undefined> {
  if (request.user_id !== undefined) return findUser(db, request.user_id);
  return findUserByEmail(db, (request.email ?? "").toLowerCase());
}
