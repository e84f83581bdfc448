import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Server, startServer } from "./start-server";

type Wish = { dir: string; port: number; throwaway: boolean; remove: boolean; set: string[] };

/**
 * Runs a PostgreSQL server in the foreground: `node --import tsx local/postgres/main.ts --dir DIR --port N`.
 *
 * Prints the superuser's URL, or tells it to a parent that holds an IPC channel: `{ ready: true, url }`.
 * Stops the server on Ctrl-C, SIGTERM, or when that channel closes (the parent is gone), also when that
 * comes while the server is still starting. `--throwaway` trades durability for speed; `--remove` deletes
 * the folder at the end; each `--set name=value` is a setting of the server's.
 */
async function main(): Promise<void> {
  const wish = readWish();
  let server: Server | undefined;
  let asked = false;
  let starting = true;
  const stop = async () => {
    const again = asked;
    asked = true;
    if (again || starting) return;
    await server?.stop();
    if (wish.remove) rmSync(wish.dir, { recursive: true, force: true });
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
  process.on("disconnect", () => void stop());
  const started = await startServer({
    folder: wish.dir,
    port: wish.port,
    durable: !wish.throwaway,
    settings: wish.set,
  });
  starting = false;
  if (!started.ok) throw new Error(started.message);
  server = started.server;
  if (asked) {
    asked = false;
    return stop();
  }
  watch(server, () => asked);
  tell(server, wish.port);
}

function readWish(): Wish {
  const { values } = parseArgs({
    options: {
      dir: { type: "string" },
      port: { type: "string" },
      throwaway: { type: "boolean", default: false },
      remove: { type: "boolean", default: false },
      set: { type: "string", multiple: true, default: [] },
    },
  });
  const port = Number(values.port);
  if (!values.dir || !Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(
      "Say where and on which port: --dir FOLDER --port NUMBER [--throwaway] [--remove] [--set NAME=VALUE]",
    );
  }
  return { dir: values.dir, port, throwaway: values.throwaway, remove: values.remove, set: values.set };
}

function watch(server: Server, stopping: () => boolean): void {
  setInterval(() => {
    if (server.running() || stopping()) return;
    console.error("PostgreSQL ended by itself. Its last words are in server.log in its folder.");
    process.exit(1);
  }, 500);
}

function tell(server: Server, port: number): void {
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
