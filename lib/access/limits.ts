import type { Rate } from "@/db/rate-limits";

/** What is limited. `docs/limits.md` repeats the numbers for operators and says why each is what it is. */
export type Limit = "sign-in" | "sign-out-notice" | "unknown-link" | "ask" | "step" | "action";

/** How often each may be done, and by whom the turns are counted. */
export const limits: Record<Limit, Rate> = {
  /** By address: opening a sign-in and coming back from it are one turn each. */
  "sign-in": { burst: 600, perMinute: 300 },
  /** By address: Auth0 telling us of ended sessions. */
  "sign-out-notice": { burst: 600, perMinute: 300 },
  /** By address: opening or pressing a letter's link that we never sent. */
  "unknown-link": { burst: 30, perMinute: 10 },
  /** By address: asking for a new letter, whatever the link was. */
  ask: { burst: 30, perMinute: 10 },
  /** By invitation: pressing the letter's button. */
  step: { burst: 30, perMinute: 20 },
  /** By session: whatever a signed-in person does with a form or a menu. */
  action: { burst: 120, perMinute: 120 },
};
