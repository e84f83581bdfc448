import { expect, test } from "vitest";
import { hostIsOurs } from "./host-is-ours";

test.each(["localhost:3001", "127.0.0.1:3001", "[::1]:3001"])("%s is ours", (host) =>
  expect(hostIsOurs(host, 3001)).toBe(true),
);

test.each([undefined, "", "localhost", "localhost:3002", "localhost.evil.test:3001", "evil.test:3001"])(
  "%s is not",
  (host) => expect(hostIsOurs(host, 3001)).toBe(false),
);
