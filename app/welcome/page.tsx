import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { ButtonAnchor, ButtonLink } from "@/components/button";
import { CenteredPage } from "@/components/centered-page";
import { enterByLink } from "@/lib/access/enter-by-link";
import type { Role } from "@/lib/access/enter-tenant";
import { readViewer } from "@/lib/access/viewer";
import { activate } from "@/lib/onboarding/activate";
import { frontPage } from "../find-way";
import { invitationCookieName } from "../invitation-cookie";

export const metadata: Metadata = { title: "Welcome" };

type Invited = { userId: string | null; email: string; slug: string; role: Role };

/** The first sign-in lands here: the seat becomes active, and the person goes on into their organisation. */
export default async function Welcome() {
  const viewer = await readViewer();
  if (viewer.kind === "nobody") redirect("/");
  const invited = await invitedHere();
  if (viewer.kind === "stranger") return <WrongAccount invitedAs={invited?.email ?? null} />;
  const isTheirs = invited?.userId === viewer.userId;
  if (invited !== null && !isTheirs && !viewer.isAwaited) return <WrongAccount invitedAs={invited.email} />;
  const activated = await activate(viewer);
  if (activated.ok) redirect(invited !== null && isTheirs ? frontPage(invited) : "/");
  switch (activated.reason) {
    case "sign-in-again":
      redirect("/auth/login?returnTo=/welcome");
      break;
    case "unreachable":
      return (
        <CenteredPage
          actions={
            <ButtonAnchor href="/welcome" variant="primary">
              Try again
            </ButtonAnchor>
          }
          description="We could not ask our sign-in service whether your steps are done. Wait a moment and try again."
          title="One moment"
        />
      );
    default:
      return (
        <CenteredPage
          actions={
            <ButtonLink href="/continue" variant="primary">
              Go on with my invitation
            </ButtonLink>
          }
          description="You are signed in, but your address and password are not confirmed by us yet. Open your letter again and follow its button to the end."
          title="Nearly there"
        />
      );
  }
}

async function invitedHere(): Promise<Invited | null> {
  const token = (await cookies()).get(invitationCookieName())?.value;
  const holder = token === undefined ? null : await enterByLink(token);
  if (holder === null || holder.file.seat.releasedAt !== null) return null;
  const { seat, tenant } = holder.file;
  return { userId: seat.userId, email: seat.email, slug: tenant.slug, role: seat.role };
}

function WrongAccount({ invitedAs }: { invitedAs: string | null }) {
  return (
    <CenteredPage
      actions={
        <>
          {invitedAs === null ? null : (
            <ButtonLink href="/continue" variant="primary">
              Go on with the invitation
            </ButtonLink>
          )}
          <ButtonAnchor href="/auth/logout">Sign out</ButtonAnchor>
        </>
      }
      description={
        invitedAs === null
          ? "This account is not on any organisation's list. If you were invited under another address, sign out and use that one."
          : `The invitation is for ${invitedAs}, but you are signed in with another account. Go on with the invitation to sign in as ${invitedAs}.`
      }
      title="You are signed in with another account"
    />
  );
}
