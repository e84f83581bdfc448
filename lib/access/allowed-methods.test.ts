import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { allowedMethods } from "./allowed-methods";

/** Every route handler of the app: an address that it answers, and the methods that its file exports. */
const handlers = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /(^|\/)route\.tsx?$/.test(file))
  .map((file) => {
    const text = readFileSync(join("app", file), "utf8");
    const methods = [...text.matchAll(/^export (?:async )?(?:function|const) ([A-Z]+)\b/gm)].map(
      ([, name]) => name,
    );
    const path = `/${dirname(file)}`.replace(/\[[^\]]+\]/g, "some").replace(/\/\([^)]+\)/g, "");
    return { path, methods: methods.includes("GET") ? [...methods, "HEAD"] : methods };
  })
  // Uploads pass by the proxy (proxy.ts).
  .filter(({ path }) => !/^\/t\/some\/analytics\/uploads(\/|$)/.test(path));

it.each(handlers)("knows what the handler at $path answers", ({ path, methods }) => {
  expect([...allowedMethods(path, new Headers())].sort()).toEqual(methods.sort());
});

it("found the handlers", () => {
  expect(handlers.length).toBeGreaterThan(2);
});

it("lets a page take a POST for a server action only", () => {
  const types = (headers: Record<string, string>) => allowedMethods("/t/acme/people", new Headers(headers));
  expect(types({})).toEqual(["GET", "HEAD"]);
  expect(types({ "content-type": "application/x-www-form-urlencoded" })).toEqual(["GET", "HEAD"]);
  expect(types({ "next-action": "60" })).toContain("POST");
  expect(types({ "content-type": "multipart/form-data; boundary=x" })).toContain("POST");
});

it("answers the sign-in routes as the SDK does", () => {
  expect(allowedMethods("/auth/login", new Headers())).toEqual(["GET"]);
  expect(allowedMethods("/auth/backchannel-logout", new Headers())).toEqual(["POST"]);
});
