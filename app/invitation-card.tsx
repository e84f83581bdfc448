import { Button } from "@/components/button";
import { CenteredPage } from "@/components/centered-page";
import { type Step as StepItem, type StepState, Steps } from "@/components/steps";
import { Time } from "@/components/time";
import type { InvitationFile } from "@/lib/access/enter-by-link";
import type { Step } from "@/lib/onboarding/decide-step";
import { OtherAccountNote } from "./other-account-note";

const order: readonly Step[] = ["verify-email", "set-password", "sign-in"];

const titles: Record<Step, string> = {
  "verify-email": "Confirm your address",
  "set-password": "Choose a password",
  "sign-in": "Sign in",
};

const buttons: Record<Step, string> = {
  "verify-email": "Confirm my address",
  "set-password": "Choose my password",
  "sign-in": "Sign in",
};

type InvitationCardProps = {
  file: InvitationFile;
  /** Where the person stands; null where Auth0 was not asked, or did not answer. */
  next: Step | null;
  /** Where the button posts to. */
  action: string;
  /** Somebody else is signed in in this browser. */
  signedInAs: string | null;
};

/** The invitation as its holder sees it: who invites to what, the three steps, and one button to the next. */
export function InvitationCard({ file, next, action, signedInAs }: InvitationCardProps) {
  const { invitation, seat, tenant } = file;
  return (
    <CenteredPage
      description={
        <>
          {invitation.inviterName ?? "Analystick"} has invited {seat.email} to {tenant.name}'s analytics.
        </>
      }
      footer={
        <>
          This invitation is personal and open until <Time format="datetime" value={invitation.expiresAt} />.
        </>
      }
      title={next === null || next === "verify-email" ? `Join ${tenant.name}` : titles[next]}
    >
      {signedInAs === null ? null : <OtherAccountNote invitedAs={seat.email} signedInAs={signedInAs} />}
      <div className="grid gap-4">
        {next === null ? (
          <p className="text-muted text-sm">Three steps at most; we skip what you have done.</p>
        ) : null}
        <Steps label="Steps to get in" steps={order.map((step) => toItem(step, next))} />
      </div>
      <form action={action} className="grid" method="post">
        <Button type="submit" variant="primary">
          {next === null ? "Continue" : buttons[next]}
        </Button>
      </form>
    </CenteredPage>
  );
}

function toItem(step: Step, current: Step | null): StepItem {
  if (current === null) return { title: titles[step], state: "unsaid" };
  const distance = order.indexOf(step) - order.indexOf(current);
  const state: StepState = distance < 0 ? "done" : distance === 0 ? "current" : "todo";
  return { title: titles[step], state };
}
