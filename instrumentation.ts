import type { Instrumentation } from "next";

/** Runs once when the server starts: a bad environment stops it here, with one line for each problem. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startWeb } = await import("./lib/base/start-web");
  startWeb();
}

/** Tells the log what broke, under the code that the person was shown. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logRequestError } = await import("./lib/base/log-request-error");
  logRequestError(error, request.path, context.routePath);
};
