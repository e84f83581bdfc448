import type { Metadata } from "next";
import { InvitationCard } from "@/app/invitation-card";
import { isWalking } from "@/app/is-walking";
import { otherAccount } from "@/app/other-account";
import { ShutInvitation, UnknownInvitation } from "@/app/shut-invitation";
import { countUnknownLink } from "@/lib/access/count-unknown-link";
import { enterByLink, type LinkHolder } from "@/lib/access/enter-by-link";
import type { Step } from "@/lib/onboarding/decide-step";
import { lookAhead } from "@/lib/onboarding/look-ahead";
import { readLink } from "@/lib/onboarding/read-link";

export const metadata: Metadata = { title: "Your invitation" };

/**
 * The letter's link. Looking changes nothing of it, and asks Auth0 nothing but for a browser in which its button was
 * pressed before: mail scanners look too.
 */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const holder = await enterByLink(token);
  if (holder === null) {
    await countUnknownLink();
    return <UnknownInvitation />;
  }
  const { file } = holder;
  const state = readLink(file);
  const at = `/invitations/${token}`;
  if (state !== "open") return <ShutInvitation at={at} file={file} state={state} />;
  return (
    <InvitationCard
      action={`${at}/step`}
      file={file}
      next={await nextStep(token, holder)}
      signedInAs={await otherAccount(file)}
    />
  );
}

async function nextStep(token: string, holder: LinkHolder): Promise<Step | null> {
  if (holder.file.user?.provedAt) return "sign-in";
  return (await isWalking(token)) ? lookAhead(holder) : null;
}
