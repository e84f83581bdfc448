import { z } from "zod";
import type { Reply } from "../server/call";
import { replyJson } from "../server/reply-json";
import type { Tenant } from "../tenant";
import { insertUser } from "../users/insert-user";
import { presentUser } from "../users/present-user";

const metadata = z.record(z.string(), z.json());

export const newUser = z.strictObject({
  email: z.email(),
  user_id: z.string().optional(),
  password: z.string().min(1).optional(),
  email_verified: z.boolean().optional(),
  blocked: z.boolean().optional(),
  name: z.string().optional(),
  nickname: z.string().optional(),
  given_name: z.string().optional(),
  family_name: z.string().optional(),
  picture: z.string().optional(),
  app_metadata: metadata.optional(),
  user_metadata: metadata.optional(),
});

/** POST /users: a user who was there before anybody asked, with any password or none. 409 if there is one. */
export async function plantUser(
  { db, clock, config }: Tenant,
  user: z.infer<typeof newUser>,
): Promise<Reply> {
  const row = await insertUser(db, user, clock.now());
  return row
    ? replyJson(200, presentUser(row, config.connection.name))
    : replyJson(409, { error: "Somebody has this address or id already." });
}
