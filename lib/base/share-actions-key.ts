import { hkdfSync } from "node:crypto";
import { env, publishEnv } from "./env";

/**
 * Gives Next.js the same key for server actions in every web process, whatever build each of them runs. Unless the
 * operator chose one, it is made from the session secret, which all of them share (HKDF, RFC 5869). To be called
 * before Next.js is loaded.
 */
export function shareActionsKey(): void {
  const { AUTH0_SECRET, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY } = env("AUTH0_SECRET");
  if (NEXT_SERVER_ACTIONS_ENCRYPTION_KEY !== undefined) return;
  const key = hkdfSync("sha256", Buffer.from(AUTH0_SECRET, "hex"), "", "analystick server actions", 32);
  publishEnv("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", Buffer.from(key).toString("base64"));
}
