import { log } from "@/lib/base/log";

/** A bug that nobody caught leaves a process in a state that nobody knows: it says so in one line and ends. */
export function endOnBug(): void {
  process.on("uncaughtException", (error) => {
    log("error", "worker.crashed", { message: `${error.name}: ${error.message.split("\n")[0] ?? ""}` });
    process.exit(1);
  });
}
