import { formatWithOptions, stripVTControlCharacters } from "node:util";
import { type LogLevel, log } from "./log";

const LONGEST = 2_000;

const levels = {
  debug: "debug",
  log: "info",
  info: "info",
  warn: "warn",
  error: "error",
  trace: "error",
} as const satisfies Record<string, LogLevel>;

/**
 * Turns what the framework and packages print into log lines, so that stdout stays one JSON object a line, and
 * what they quote is redacted like our own words. Node's own warnings take the same way.
 */
export function captureConsole(): void {
  for (const [method, level] of Object.entries(levels))
    Object.assign(console, { [method]: (...words: unknown[]) => say(level, words) });
  process.removeAllListeners("warning");
  process.on("warning", (warning) => say("warn", [`${warning.name}: ${warning.message}`]));
}

function say(level: LogLevel, words: unknown[]): void {
  const said = stripVTControlCharacters(formatWithOptions({ depth: 2 }, ...words)).trim();
  if (said !== "") log(level, "console", { said: said.slice(0, LONGEST) });
}
