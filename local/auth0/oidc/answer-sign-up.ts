import type { Reply } from "../server/call";
import { replyJson } from "../server/reply-json";
import type { Tenant } from "../tenant";

/**
 * POST /dbconnections/signup. Sign-up is switched off (`disable_signup`) unless a test opens its doors; accounts come
 * from imports only, so even an open door creates nobody and finds fault with whatever it is given.
 */
export async function answerSignUp({ settings }: Tenant): Promise<Reply> {
  const [code, description] = settings.signUps
    ? ["invalid_signup", "Invalid sign up"]
    : ["public_signup_disabled", "Public signup is disabled"];
  return replyJson(400, { name: "BadRequestError", code, description, statusCode: 400 });
}
