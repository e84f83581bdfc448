import type { Finding } from "@/lib/auth0/check/finding";

/** The three results as a person reads them; the one to act on stands out without colour. */
export const resultWords: Record<Finding["is"], string> = {
  right: "right",
  wrong: "WRONG",
  unknown: "cannot be told",
};
