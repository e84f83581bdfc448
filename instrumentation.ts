/** Runs once when the server starts: a bad environment stops it here, with one line for each problem. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startWeb } = await import("./lib/base/start-web");
  startWeb();
}
