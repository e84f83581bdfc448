import { setTimeout as sleep } from "node:timers/promises";

export const KINDS = ["refuse", "defer", "drop-after-accept", "delay"] as const;
export type Kind = (typeof KINDS)[number];
export type Front = {
  kind: Kind;
  /** Pattern of the recipients it strikes; everybody when absent. */
  to?: string;
  /** How often it strikes before it is over; without end when absent. */
  times?: number;
  /** `delay` only: milliseconds. */
  ms?: number;
};
export type Weather = {
  add(front: Front): void;
  clear(): void;
  list(): Front[];
  /** Whether bad weather of that kind strikes a recipient now; each strike counts. */
  strikes(kind: Kind, recipients: string[]): Front | undefined;
};

const STANDING: Front[] = [
  { kind: "refuse", to: "@bounce\\.example$" },
  { kind: "defer", to: "@greylist\\.example$" },
];

/**
 * Makes the mail server's bad days, which tests ask for: permanent and temporary refusals, connections lost
 * after the message was kept, slowness. Addresses at bounce.example are always refused, and those at
 * greylist.example always put off (the 5yz and 4yz replies of RFC 5321, section 4.2.1).
 */
export function makeWeather(): Weather {
  let fronts: Front[] = [];
  return {
    add: (front) => {
      fronts.push({ ...front });
    },
    clear: () => {
      fronts = [];
    },
    list: () => fronts.map((front) => ({ ...front })),
    strikes(kind, recipients) {
      const front = [...fronts, ...STANDING].find(
        (candidate) =>
          candidate.kind === kind &&
          candidate.times !== 0 &&
          recipients.some((recipient) => new RegExp(candidate.to ?? "", "i").test(recipient)),
      );
      if (front?.times !== undefined) front.times -= 1;
      return front;
    },
  };
}

/** Waits as long as a `delay` that strikes these recipients says. */
export async function sitOut(weather: Weather, recipients: string[]): Promise<void> {
  const front = weather.strikes("delay", recipients);
  if (front) await sleep(front.ms ?? 2000);
}
