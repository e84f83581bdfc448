import { z } from "zod";
import { type Front, KINDS, type Weather } from "./make-weather";
import type { Reply } from "./reply";

const FRONT = z.strictObject({
  kind: z.enum(KINDS),
  to: z.string().refine(isPattern, "not a regular expression").optional(),
  times: z.int().positive().optional(),
  ms: z.int().nonnegative().max(600_000).optional(),
});

/**
 * Answers `/api/weather`: GET lists, POST adds `{ kind, to?, times?, ms? }`, DELETE makes it fair again.
 *
 * @param weather the weather to read or change
 * @param method HTTP method
 * @param body what was posted, parsed
 */
export function answerWeather(weather: Weather, method: string, body: unknown): Reply {
  if (method === "DELETE") {
    weather.clear();
    return { kind: "empty" };
  }
  if (method === "GET") return { kind: "json", status: 200, value: { weather: weather.list() } };
  if (method !== "POST") return { kind: "text", status: 405, text: "Use GET, POST or DELETE." };
  const front = FRONT.safeParse(body);
  if (!front.success) return { kind: "json", status: 400, value: { error: z.prettifyError(front.error) } };
  weather.add(withoutGaps(front.data));
  return { kind: "json", status: 201, value: { weather: weather.list() } };
}

function withoutGaps({ kind, to, times, ms }: z.infer<typeof FRONT>): Front {
  const front: Front = { kind };
  if (to !== undefined) front.to = to;
  if (times !== undefined) front.times = times;
  if (ms !== undefined) front.ms = ms;
  return front;
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
