import { headers } from "next/headers";
import { cache } from "react";
import { inPlatform, type PlatformTx } from "@/db/in-platform";
import { mintPlatformScope } from "@/db/mint-scope";
import { wishPasswordCheck } from "@/db/password-check";
import { deleteSession, touchSession } from "@/db/sessions";
import { findUserByAuth0Id, rememberIdentity } from "@/db/users";
import { findSignedIn, listOwnSeats, type OwnSeat, type SignedIn } from "@/db/viewers";
import { SESSION_ID } from "@/lib/auth0/session-store";
import { signInClient } from "@/lib/auth0/sign-in-client";
import { auth0Tenant } from "@/lib/auth0/tenant";
import { now } from "@/lib/base/clock";
import { env } from "@/lib/base/env";
import { noteCaller } from "@/lib/base/request-context";
import { isSessionLive, sessionLimits } from "./session-limits";
import { toViewer, type Viewer } from "./to-viewer";

export type { OwnSeat, Viewer };

const signIn = mintPlatformScope({ kind: "job", name: "sign-in" });

/** Reads the session and everything it stands for, anew at each request: a removed person's next one is refused. */
export const readViewer = cache(async (): Promise<Viewer> => {
  const session = await signInClient().getSession();
  if (session === null) return { kind: "nobody" };
  const sessionId = String(session[SESSION_ID]);
  return inPlatform(signIn, async (tx) => {
    const signedIn = await recognise(tx, sessionId, session.user.sub);
    if (signedIn === null) return { kind: "stranger" };
    if (!isSessionLive(signedIn, sessionLimits(signedIn), now())) {
      await deleteSession(tx, sessionId);
      return { kind: "nobody" };
    }
    await touchSession(tx, sessionId, (await headers()).get("user-agent") ?? "");
    if (signedIn.isNewSession) await wishPasswordCheck(tx, signedIn.userId);
    noteCaller({ userId: signedIn.userId });
    const seats = await listOwnSeats(tx, signedIn.userId);
    return toViewer(sessionId, signedIn, seats);
  });
});

/** A first sign-in is recognised by the id under which Auth0 told us of the user, never by the address. */
async function recognise(tx: PlatformTx, sessionId: string, sub: string): Promise<SignedIn | null> {
  const connection = env().AUTH0_CONNECTION;
  const known = await findSignedIn(tx, sessionId, connection);
  if (known !== null) return known;
  const user = await findUserByAuth0Id(tx, sub);
  if (user === null) return null;
  await rememberIdentity(tx, { userId: user.id, iss: auth0Tenant().issuer, sub, connection });
  return findSignedIn(tx, sessionId, connection);
}
