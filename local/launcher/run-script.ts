import { spawn } from "node:child_process";
import { acceptsConnections } from "./accepts-connections";
import { asProcessEnvironment } from "./as-process-environment";
import type { Plan } from "./compose-plan";

/**
 * Runs one of the project's scripts in the foreground, in the environment that the portal runs in.
 *
 * @param plan from `composePlan`
 * @param words the script's file, then its arguments
 * @param needs the local service that the script cannot do without, where it is local
 * @returns the script's exit code
 */
export async function runScript(plan: Plan, words: string[], needs: "database" | "tenant"): Promise<number> {
  const port = needs === "database" ? plan.ports.postgres : plan.ports.auth0;
  if (plan.local[needs] && !(await acceptsConnections(port))) {
    console.error("Analystick isn't running here. Start it with npm start, then run this again.");
    return 1;
  }
  const env = asProcessEnvironment({
    ...plan.portal,
    NODE_ENV: plan.production ? "production" : "development",
  });
  const child = spawn(process.execPath, ["--import", "tsx", ...words], { env, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}
