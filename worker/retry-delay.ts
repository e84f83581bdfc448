import { MINUTE_MS } from "@/lib/base/clock";

const LONGEST_MS = 5 * MINUTE_MS;

/**
 * How long to wait before the next try: at least what the service asked for, half as long again with each try, at
 * most five minutes (or what was asked), and a fifth of chance so that many waiting jobs do not come back as one.
 */
export function retryDelay(askedMs: number, tries: number, chance: number = Math.random()): number {
  const grown = Math.min(askedMs * 1.5 ** Math.max(tries - 1, 0), Math.max(LONGEST_MS, askedMs));
  return Math.round(grown * (1 + chance / 5));
}
