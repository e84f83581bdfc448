import type { Env } from "./env-schema";

/** What each process can't do without, beyond what every process of the portal needs. */
export const processNeeds = {
  web: ["AUTH0_SECRET"],
  worker: ["DATABASE_QUEUE_URL", "SMTP_URL"],
} as const satisfies Record<string, readonly (keyof Env)[]>;
