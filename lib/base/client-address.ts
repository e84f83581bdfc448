import { isIPv6 } from "node:net";

/**
 * Where a request came from. Each trusted proxy adds the address that it was called from at the end of
 * `X-Forwarded-For`; what stands further left was written by whoever called the outermost one and is not believed.
 * @param peer the other end of the connection
 * @param forwarded the value of `X-Forwarded-For`
 * @param trusted how many proxies of the operator's stand before the portal
 * @returns an IPv4 address, or the /64 network of an IPv6 address: one household or host has all of it
 */
export function clientAddress(peer: string, forwarded: string | undefined, trusted: number): string {
  const hops = (forwarded ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter((hop) => hop !== "");
  return network((trusted > 0 ? hops.at(-trusted) : undefined) ?? peer);
}

function network(hop: string): string {
  // Some proxies write the port along.
  const address = /^(\d+\.\d+\.\d+\.\d+):\d+$|^\[([^\]]+)\](?::\d+)?$/.exec(hop)?.slice(1).join("") ?? hop;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros =
    tail === undefined ? [] : new Array<string>(Math.max(8 - front.length - back.length, 0)).fill("0");
  const groups = [...front, ...zeros, ...back].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}
