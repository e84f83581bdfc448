import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { startServer } from "./start-server";

/**
 * Runs a PostgreSQL server in the foreground: `node --import tsx local/postgres/main.ts --dir DIR --port N`.
 *
 * Prints the superuser's URL, tells a parent that holds an IPC channel `{ ready: true, url }`, and stops the
 * server on Ctrl-C, SIGTERM, or when that channel closes (the parent is gone). `--throwaway` trades
 * durability for speed; `--remove` deletes the folder at the end.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      dir: { type: "string" },
      port: { type: "string" },
      throwaway: { type: "boolean", default: false },
      remove: { type: "boolean", default: false },
    },
  });
  const port = Number(values.port);
  if (!values.dir || !Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error("Say where and on which port: --dir FOLDER --port NUMBER [--throwaway] [--remove]");
  }
  const folder = values.dir;
  const started = await startServer({ folder, port, durable: !values.throwaway });
  if (!started.ok) throw new Error(started.message);
  const { server } = started;
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    await server.stop();
    if (values.remove) rmSync(folder, { recursive: true, force: true });
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
  process.on("disconnect", () => void stop(0));
  setInterval(() => {
    if (!server.running() && !stopping) {
      console.error("PostgreSQL ended by itself.");
      process.exit(1);
    }
  }, 500);
  console.log(`${server.adopted ? "Adopted" : "Started"} PostgreSQL, process ${server.pid}, port ${port}.`);
  // The URL holds the password: a parent gets it over the channel, so that it stays out of its log file.
  if (process.send) process.send({ ready: true, url: server.url });
  else console.log(server.url);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
