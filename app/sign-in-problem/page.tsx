import type { Metadata } from "next";
import { ButtonAnchor, ButtonLink } from "@/components/button";
import { CenteredPage } from "@/components/centered-page";

export const metadata: Metadata = { title: "Sign-in problem" };

/** Where a sign-in ends that Auth0 refused, or that came back too late, twice, or to another browser. */
export default async function SignInProblem({
  searchParams,
}: {
  searchParams: Promise<{ reason?: string }>;
}) {
  const { reason } = await searchParams;
  if (reason === "blocked")
    return (
      <CenteredPage
        actions={
          <ButtonLink href="/" variant="primary">
            Go to the start page
          </ButtonLink>
        }
        description="Your account is blocked. This happens when your last seat was taken back. Ask whoever manages your organisation's seats to invite you again."
        title="You can't sign in with this account"
      />
    );
  return (
    <CenteredPage
      actions={
        <ButtonAnchor href="/auth/login" variant="primary">
          Start again
        </ButtonAnchor>
      }
      description="This sign-in was started too long ago, was finished already, or belongs to another browser. Nothing is lost: start it again."
      title="That sign-in is no longer valid"
    />
  );
}
