import { createHash, timingSafeEqual } from "node:crypto";
import type { TenantConfig } from "../read-config";

/** Whether an id and a secret are those of the tenant's application. Compared in constant time. */
export function clientIsGenuine(app: TenantConfig["app"], clientId: string, clientSecret: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  const idMatches = timingSafeEqual(digest(clientId), digest(app.clientId));
  const secretMatches = timingSafeEqual(digest(clientSecret), digest(app.clientSecret));
  return idMatches && secretMatches;
}
