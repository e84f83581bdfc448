export type WeatherKind = "fail" | "delay" | "drop-after-commit" | "drop-before" | "rate-limit";

/** What the next `times` calls of a route will meet. */
export interface Forecast {
  /** As in the call log, for example `POST /api/v2/jobs/users-imports` or `GET /api/v2/users/{id}`. */
  route: string;
  kind: WeatherKind;
  times: number;
  /** For `fail`: the status to answer with; 503 if absent. */
  status?: number | undefined;
  /** For `delay`: milliseconds to wait before the call is handled; 1,000 if absent. */
  delayMs?: number | undefined;
}

export interface Weather {
  plan(forecast: Forecast): void;
  /** Takes what the next call of this route meets, in the order it was planned. */
  meet(route: string): Forecast | undefined;
  ahead(): readonly Forecast[];
  clear(): void;
}

/** Keeps the bad weather that tests have ordered. */
export function createWeather(): Weather {
  let forecasts: Forecast[] = [];
  return {
    plan(forecast) {
      forecasts.push({ ...forecast });
    },
    meet(route) {
      const found = forecasts.find((forecast) => forecast.route === route);
      if (!found) return undefined;
      found.times -= 1;
      forecasts = forecasts.filter((forecast) => forecast.times > 0);
      return found;
    },
    ahead: () => forecasts,
    clear() {
      forecasts = [];
    },
  };
}
