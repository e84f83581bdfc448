import { Button, ButtonAnchor, ButtonLink } from "@/components/button";
import { CenteredPage } from "@/components/centered-page";
import type { InvitationFile } from "@/lib/access/enter-by-link";
import type { LinkState } from "@/lib/onboarding/read-link";
import { UsedInvitation } from "./used-invitation";

type ShutInvitationProps = {
  state: Exclude<LinkState, "open">;
  file: InvitationFile;
  /** The page's own address: `step` below it takes a step, and `ask` asks for a new letter. */
  at: string;
};

/** A link whose door is not open (any more): what happened, and what the person does next. */
export function ShutInvitation({ state, file, at }: ShutInvitationProps) {
  const tenant = file.tenant.name;
  const ask = `ask whoever manages ${tenant}'s seats`;
  switch (state) {
    case "active":
      return <UsedInvitation file={file} stepAt={`${at}/step`} />;
    case "replaced":
      return (
        <CenteredPage
          description={`A newer letter was sent to ${file.seat.email}. Open the newest one: its link is the one that works.`}
          title="This link was replaced"
        />
      );
    case "expired":
      return (
        <CenteredPage
          actions={
            <form action={`${at}/ask`} method="post">
              <Button type="submit" variant="primary">
                Ask for a new one
              </Button>
            </form>
          }
          description={`Invitations hold for a limited time, and this one has run out. To get in, you need a new letter from whoever manages ${tenant}'s seats.`}
          footer="We tell them that you asked, once a day at most."
          title="This invitation has expired"
        />
      );
    case "revoked":
      return (
        <CenteredPage
          description={`${tenant} has taken this invitation back. If that is a mistake, ${ask} to invite you again.`}
          title="This invitation is no longer valid"
        />
      );
    case "suspended":
      return (
        <CenteredPage
          actions={
            <ButtonAnchor href="" variant="primary">
              Look again
            </ButtonAnchor>
          }
          description={`Nobody can open ${tenant}'s analytics at the moment. Your invitation is kept. For more, ${ask}.`}
          title={`${tenant} is suspended`}
        />
      );
  }
}

/** A link that is none of ours: cut off by a mail program, or mistyped. */
export function UnknownInvitation() {
  return (
    <CenteredPage
      actions={
        <ButtonLink href="/" variant="primary">
          Go to the start page
        </ButtonLink>
      }
      description="This is not a whole invitation link. Mail programs sometimes cut long links: open your letter again and press its button, or copy the whole link."
      title="We don't know this link"
    />
  );
}
