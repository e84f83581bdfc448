import type { Tenant } from "../tenant";

/** Everything a test may want to look at before it steers the tenant. */
export async function describeState({ db, clock, settings, weather, config }: Tenant) {
  const [users] = await db<{ total: number }[]>`select count(*)::int as total from users`;
  const jobs = await db`
    select id, status, held, external_id, summary, created_at from import_jobs order by sequence`;
  return {
    issuer: config.issuer,
    settings,
    clock: { now: clock.now().toISOString(), offsetMs: clock.offsetMs },
    weather: weather.ahead(),
    users: users?.total ?? 0,
    jobs: [...jobs],
  };
}
