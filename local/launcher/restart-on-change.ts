import { watch } from "node:fs";
import type { Run } from "./begin-run";
import { endProcess } from "./end-process";
import type { ServiceWish } from "./spawn-service";

/**
 * Restarts a service whenever a source file in the given folders changes, until the run ends.
 *
 * @param run the launcher's run, in which the service is already running
 * @param wish how it was started
 * @param folders folders of the project, watched with everything below them
 */
export function restartOnChange(run: Run, wish: ServiceWish, folders: string[]): void {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const restart = async () => {
    if (run.stopping) return;
    for (const service of run.named(wish.name)) {
      run.forget(service);
      await endProcess(service.pid, service.identity, wish.grace);
    }
    if (run.stopping) return;
    run.spawn(wish);
    console.log(`  ${wish.title} restarted: its sources changed.`);
  };
  for (const folder of folders) {
    watch(folder, { recursive: true, persistent: false }, (_event, file) => {
      if (!file || !/\.(ts|tsx|json|sql)$/.test(file) || /\.test\.tsx?$/.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        last = last.then(restart);
      }, 200);
    });
  }
}
