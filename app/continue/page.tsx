import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { InvitationCard } from "@/app/invitation-card";
import { invitationCookieName } from "@/app/invitation-cookie";
import { otherAccount } from "@/app/other-account";
import { ShutInvitation } from "@/app/shut-invitation";
import { ButtonAnchor } from "@/components/button";
import { CenteredPage } from "@/components/centered-page";
import { enterByLink } from "@/lib/access/enter-by-link";
import { readViewer } from "@/lib/access/viewer";
import { lookAhead } from "@/lib/onboarding/look-ahead";
import { readLink } from "@/lib/onboarding/read-link";

export const metadata: Metadata = { title: "Your invitation" };

/**
 * Where Auth0's tickets lead back to. What the browser brings along could be forged, so it is dropped unread, and
 * Auth0 itself is asked where the person stands.
 */
export default async function Continue({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  if (Object.keys(await searchParams).length > 0) redirect("/continue");
  const token = (await cookies()).get(invitationCookieName())?.value;
  const holder = token === undefined ? null : await enterByLink(token);
  if (holder === null) {
    if (await isIn()) redirect("/");
    return <NoInvitation />;
  }
  const { file } = holder;
  const state = readLink(file);
  if (state !== "open") return <ShutInvitation at="/continue" file={file} state={state} />;
  return (
    <InvitationCard
      action="/continue/step"
      file={file}
      next={await lookAhead(holder)}
      signedInAs={await otherAccount(file)}
    />
  );
}

/** The browser's Back leads here from a sign-in page that is used up; whoever is in has nothing to go on with. */
async function isIn(): Promise<boolean> {
  const viewer = await readViewer();
  return viewer.kind === "person" && viewer.proved;
}

function NoInvitation() {
  return (
    <CenteredPage
      actions={
        <ButtonAnchor href="/auth/login" variant="primary">
          Sign in
        </ButtonAnchor>
      }
      description="If you have chosen your password already, sign in. If not, open your letter again in this browser and press its button: it leads on from where you were."
      title="Go on where you were"
    />
  );
}
