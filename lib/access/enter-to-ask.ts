import { mintPlatformScope } from "@/db/mint-scope";
import type { PlatformScope } from "@/db/scope";
import { hashInvitationToken } from "./invitation-token";

/** Somebody who asks for a new letter with a token that nobody has looked at yet. */
export type Asker = { scope: PlatformScope; tokenHash: string };

const asking = mintPlatformScope({ kind: "job", name: "ask-for-letter" });

/** Lets anybody in, for asking only: whether the token is one of ours shall not show. */
export function enterToAsk(token: string): Asker {
  return { scope: asking, tokenHash: hashInvitationToken(token) };
}
