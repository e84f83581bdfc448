import { readConfig, type TenantConfig } from "./read-config";
import { startTenant } from "./start-tenant";

function refuseToStart(lines: readonly string[]): never {
  for (const line of lines) console.error(`local auth0: ${line}`);
  process.exit(1);
}

function loadConfig(): TenantConfig {
  // Anybody who knows the control port owns every account here: only the launcher may run it beside a production build.
  if (process.env.NODE_ENV === "production" && !process.send)
    refuseToStart([
      "this stand-in never runs in production; connect a real Auth0 tenant (AUTH0_DOMAIN) instead.",
    ]);
  const outcome = readConfig(process.env);
  return outcome.ok ? outcome.config : refuseToStart(outcome.problems);
}

/** Node's "could not connect to any address" has an empty message and a code that says it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ("code" in error ? String(error.code) : error.name);
}

async function main(): Promise<void> {
  const config = loadConfig();
  const outcome = await startTenant(config);
  if (!outcome.ok)
    refuseToStart([`port ${outcome.port} is in use; stop what runs there, or choose another port.`]);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await outcome.stop();
    process.exit(0);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  process.once("disconnect", stop);
  process.send?.({ ready: true });
  const control = `http://127.0.0.1:${config.controlPort}`;
  console.log(JSON.stringify({ ready: true, issuer: config.issuer, control }));
}

await main().catch((error: unknown) => {
  refuseToStart([`could not start: ${reasonOf(error)}`]);
});
