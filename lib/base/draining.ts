type State = { draining: boolean; controller: AbortController };

/** Whether this process was told to stop. The server's entry and Next.js's bundles each evaluate this module. */
const state: State = (() => {
  const scope: typeof globalThis & { analystickState?: State } = globalThis;
  scope.analystickState ??= { draining: false, controller: new AbortController() };
  return scope.analystickState;
})();

/** From here on this process says that it is not ready. */
export function beginDraining(): void {
  state.draining = true;
  state.controller.abort();
}

export function isDraining(): boolean {
  return state.draining;
}

/** Aborted when this process is told to stop: for work that would take longer than it is given, and can begin anew. */
export function drainingSignal(): AbortSignal {
  return state.controller.signal;
}
