import type { Metadata } from "next";
import { InvitationCard } from "@/app/invitation-card";
import { otherAccount } from "@/app/other-account";
import { ShutInvitation, UnknownInvitation } from "@/app/shut-invitation";
import { countUnknownLink } from "@/lib/access/count-unknown-link";
import { enterByLink } from "@/lib/access/enter-by-link";
import { readLink } from "@/lib/onboarding/read-link";

export const metadata: Metadata = { title: "Your invitation" };

/** The letter's link. Looking changes nothing of it and asks Auth0 nothing: mail scanners look too. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const holder = await enterByLink(token);
  if (holder === null) {
    await countUnknownLink();
    return <UnknownInvitation />;
  }
  const { file } = holder;
  const state = readLink(file);
  if (state !== "open")
    return <ShutInvitation askAt={`/invitations/${token}/ask`} file={file} state={state} />;
  return (
    <InvitationCard
      action={`/invitations/${token}/step`}
      file={file}
      next={file.user?.provedAt ? "sign-in" : null}
      signedInAs={await otherAccount(file)}
    />
  );
}
