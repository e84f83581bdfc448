/** Whether this process was told to stop. The server's entry and Next.js's bundles each evaluate this module. */
const state: { draining: boolean } = (() => {
  const scope: typeof globalThis & { analystickState?: { draining: boolean } } = globalThis;
  scope.analystickState ??= { draining: false };
  return scope.analystickState;
})();

/** From here on this process says that it is not ready. */
export function beginDraining(): void {
  state.draining = true;
}

export function isDraining(): boolean {
  return state.draining;
}
