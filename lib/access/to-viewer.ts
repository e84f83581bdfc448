import { mintPlatformScope } from "@/db/mint-scope";
import type { PlatformScope } from "@/db/scope";
import type { OwnSeat, SignedIn } from "@/db/viewers";

/** Who is looking, as the database knows them at this request. */
export type Viewer =
  | { kind: "nobody" }
  /** Signed in at Auth0, but no seat and no staff list ever named them. */
  | { kind: "stranger" }
  | {
      kind: "person";
      sessionId: string;
      userId: string;
      mailbox: string;
      /** When this session began. */
      signedInAt: Date;
      /** Their mailbox and password were proved to belong together: without this no seat opens. */
      proved: boolean;
      isStaff: boolean;
      /** Every seat they hold or held; none before they are proved, whoever they claim to be. */
      seats: OwnSeat[];
      /** A first sign-in is still to be completed at /welcome. */
      isAwaited: boolean;
      /** The right to act on what belongs to the person across tenants, such as a first sign-in. */
      scope: PlatformScope;
    };

/** Before the proof, this may be somebody who planted the identity: they learn nothing of whom it was invited to. */
export function toViewer(sessionId: string, signedIn: SignedIn, seats: OwnSeat[]): Viewer {
  const { userId, mailbox } = signedIn;
  const proved = signedIn.provedAt !== null;
  return {
    kind: "person",
    sessionId,
    userId,
    mailbox,
    signedInAt: signedIn.sessionCreatedAt,
    proved,
    isStaff: proved && signedIn.isStaff,
    seats: proved ? seats : [],
    isAwaited: seats.some((seat) => seat.stage === "verified") || (!proved && signedIn.isStaff),
    // Under no name that a tenant typed: what is written under this scope may be read by another.
    scope: mintPlatformScope({ kind: "person", userId, name: mailbox }),
  };
}
