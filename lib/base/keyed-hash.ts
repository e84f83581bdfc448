import { createHmac } from "node:crypto";
import { env } from "./env";

/**
 * A word that stands for a text without telling it, the same one each time: an HMAC-SHA-256 under the session secret.
 * @param purpose keeps the words of different uses apart
 * @returns 32 hexadecimal digits
 */
export function keyedHash(purpose: string, text: string): string {
  return createHmac("sha256", env("AUTH0_SECRET").AUTH0_SECRET)
    .update(`${purpose}\0${text}`)
    .digest("hex")
    .slice(0, 32);
}
