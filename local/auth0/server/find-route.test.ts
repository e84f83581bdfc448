import { expect, test } from "vitest";
import type { Route } from "./call";
import { findRoute } from "./find-route";

const route = (method: string, path: string): Route => ({ method, path, answer: async () => "answered" });
const routes = [route("GET", "/users/{id}"), route("GET", "/users/me"), route("DELETE", "/users/{id}")];
const find = (method: string, path: string) => {
  const found = findRoute(routes, method, path);
  return found && { path: found.route.path, params: found.params };
};

test("a variable segment is decoded", () => {
  expect(find("GET", "/users/auth0%7C1")).toEqual({ path: "/users/{id}", params: { id: "auth0|1" } });
});

test("a fixed path wins over a variable one", () => expect(find("GET", "/users/me")?.path).toBe("/users/me"));

test("HEAD is answered like GET, other methods are not", () => {
  expect(find("HEAD", "/users/me")?.path).toBe("/users/me");
  expect(find("POST", "/users/me")).toBeUndefined();
});

test("no empty, undecodable or further segments", () => {
  for (const path of ["/users/", "/users/%zz", "/users/a/b"]) expect(find("GET", path)).toBeUndefined();
});
