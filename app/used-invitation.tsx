import { Button, ButtonAnchor, ButtonLink } from "@/components/button";
import { CenteredPage } from "@/components/centered-page";
import type { InvitationFile } from "@/lib/access/enter-by-link";
import { isHolder } from "./is-holder";
import { otherAccount } from "./other-account";
import { OtherAccountNote } from "./other-account-note";

/**
 * The link of somebody who is in already: leads them to their place, and anybody else to sign in as them.
 * @param stepAt where the button posts to that fills in the address at the sign-in
 */
export async function UsedInvitation({ file, stepAt }: { file: InvitationFile; stepAt: string }) {
  const { seat, tenant } = file;
  if (await isHolder(file))
    return (
      <CenteredPage
        actions={
          <ButtonAnchor href={`/t/${tenant.slug}`} variant="primary">
            Open {tenant.name}
          </ButtonAnchor>
        }
        description={`You have used this invitation: your seat at ${tenant.name} is active.`}
        title="You are in already"
      />
    );
  const signedInAs = await otherAccount(file);
  return (
    <CenteredPage
      actions={
        <>
          <form action={stepAt} method="post">
            <Button type="submit" variant="primary">
              Sign in
            </Button>
          </form>
          {signedInAs === null ? null : <ButtonLink href="/">Go to my own place</ButtonLink>}
        </>
      }
      description={`The seat of ${seat.email} at ${tenant.name} is active. Sign in with that address and its password.`}
      footer="Forgot the password? Choose “Forgot password?” where you sign in."
      title={signedInAs === null ? "You are in already" : "This invitation was used"}
    >
      {signedInAs === null ? null : <OtherAccountNote invitedAs={seat.email} signedInAs={signedInAs} />}
    </CenteredPage>
  );
}
