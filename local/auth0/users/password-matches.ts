import { timingSafeEqual } from "node:crypto";
import { hashPassword } from "./hash-password";

/**
 * Whether a password is the one that was hashed. Takes as long without a hash (an unknown user, or one who never
 * set a password) as with one.
 */
export async function passwordMatches(password: string, stored: string | null | undefined): Promise<boolean> {
  const [salt = ""] = (stored ?? "").split(".");
  const actual = Buffer.from(await hashPassword(password, Buffer.from(salt, "base64url")));
  const expected = Buffer.from(stored ?? "");
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
