import { afterEach, expect, it, vi } from "vitest";
import { captureConsole } from "./capture-console";

const methods = ["debug", "log", "info", "warn", "error", "trace"] as const;
const own = Object.fromEntries(methods.map((method) => [method, Reflect.get(console, method)]));
const listeners = process.listeners("warning");
afterEach(() => {
  Object.assign(console, own);
  process.removeAllListeners("warning");
  for (const listener of listeners) process.on("warning", listener);
  vi.restoreAllMocks();
});

it("makes one JSON line of whatever is printed, without colours, addresses and tickets", () => {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  captureConsole();
  Reflect.get(console, "warn")(
    "\u001b[33m⚠ %s failed\u001b[39m",
    "ada@acme.example",
    new Error("at\ntwo lines"),
  );
  Reflect.get(console, "log")("https://t.example/?ticket=abc");
  process.emit("warning", Object.assign(new Error("old"), { name: "DeprecationWarning" }));
  const written = write.mock.calls.map(([line]) => String(line));
  expect(written.every((line) => line.indexOf("\n") === line.length - 1)).toBe(true);
  const lines = written.map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { level: "warn", event: "console" },
    { level: "info", said: "https://t.example/?ticket=[redacted]" },
    { level: "warn", said: "DeprecationWarning: old" },
  ]);
  expect(lines[0].said).toMatch(/^⚠ \[address\] failed Error: at\ntwo lines/);
});
