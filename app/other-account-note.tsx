import { Callout } from "@/components/callout";

/** Says to somebody who opened a letter under another account what going on does. */
export function OtherAccountNote({ signedInAs, invitedAs }: { signedInAs: string; invitedAs: string }) {
  return (
    <Callout tone="warning">
      You are signed in as {signedInAs}. Going on signs you in as {invitedAs} instead.
    </Callout>
  );
}
