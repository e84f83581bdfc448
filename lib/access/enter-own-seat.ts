import { mintPlatformScope } from "@/db/mint-scope";
import type { PlatformScope } from "@/db/scope";
import type { OwnSeat } from "@/db/viewers";

/**
 * The right of a person to go on with one of their own seats before it is open. The log of its tenant names them as that
 * tenant itself typed their name; what others call them is not its affair.
 */
export function enterOwnSeat(
  { userId, mailbox }: { userId: string; mailbox: string },
  { name }: Pick<OwnSeat, "name">,
): PlatformScope {
  return mintPlatformScope({ kind: "person", userId, name: name || mailbox });
}
