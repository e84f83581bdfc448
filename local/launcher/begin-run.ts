import { STOP_ORDER } from "./end-leftovers";
import { endProcess } from "./end-process";
import { signalGroup } from "./signal-group";
import { type Service, type ServiceWish, spawnService } from "./spawn-service";
import { StartError } from "./start-error";

/** One run of the launcher: the processes it started, and how it ends them. */
export type Run = {
  home: string;
  /** True from the moment the end was asked for. */
  readonly stopping: boolean;
  spawn(wish: ServiceWish): Service;
  /** The running processes of that name. */
  named(name: string): Service[];
  /** Takes a process off the list: it ended as it should. */
  forget(service: Service): void;
  /** From now on the service should live: when it ends by itself, the run is told. */
  keep(service: Service): void;
  /** Ends all processes in the stop order. Every caller awaits the same end. */
  end(tell?: (service: Service) => void): Promise<void>;
  /** Ends all processes at once, by force. */
  force(): void;
};

/**
 * Begins a run with no processes.
 *
 * @param home data folder of the local set-up
 * @param died told about each kept service that ends by itself
 */
export function beginRun(home: string, died: (service: Service) => void = () => {}): Run {
  const services: Service[] = [];
  let ending: Promise<void> | undefined;

  const endAll = async (tell?: (service: Service) => void) => {
    for (const name of STOP_ORDER) {
      for (const service of services.filter(({ wish }) => wish.name === name)) {
        tell?.(service);
        await endProcess(service.pid, service.identity, service.wish.grace);
        await service.ended;
      }
    }
  };

  return {
    home,
    get stopping() {
      return ending !== undefined;
    },
    spawn(wish) {
      if (ending) throw new StartError("Stopped.");
      const service = spawnService(home, wish);
      services.push(service);
      return service;
    },
    named: (name) => services.filter(({ wish }) => wish.name === name),
    forget(service) {
      const place = services.indexOf(service);
      if (place >= 0) services.splice(place, 1);
    },
    keep(service) {
      void service.ended.then(() => {
        if (!ending && services.includes(service)) died(service);
      });
    },
    end(tell) {
      ending ??= endAll(tell);
      return ending;
    },
    force() {
      for (const { pid } of services) signalGroup(pid, "SIGKILL");
    },
  };
}
