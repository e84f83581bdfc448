import { expect, it } from "vitest";
import { clientAddress } from "./client-address";

it("believes nobody's header when no proxy is trusted", () => {
  expect(clientAddress("192.0.2.1", "203.0.113.7", 0)).toBe("192.0.2.1");
});

it.each([
  ["203.0.113.7", 1, "203.0.113.7"],
  ["6.6.6.6, 203.0.113.7", 1, "203.0.113.7"],
  ["6.6.6.6, 203.0.113.7, 198.51.100.2", 2, "203.0.113.7"],
  ["203.0.113.7", 2, "192.0.2.1"],
  ["", 1, "192.0.2.1"],
  [undefined, 1, "192.0.2.1"],
])(
  "takes from %j with %i proxies the address that the outermost of them was called from",
  (forwarded, trusted, expected) => {
    expect(clientAddress("192.0.2.1", forwarded, trusted)).toBe(expected);
  },
);

it.each([
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2::6", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["203.0.113.7:4711", "203.0.113.7"],
  ["[2001:db8:1:2::6]:4711", "2001:db8:1:2::/64"],
])("counts %s as %s", (peer, expected) => {
  expect(clientAddress(peer, undefined, 0)).toBe(expected);
});
