import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonLink } from "@/components/button";
import { Callout } from "@/components/callout";
import { CenteredPage } from "@/components/centered-page";
import { SubmitButton } from "@/components/submit-button";
import { listOwnSessions } from "@/lib/access/list-own-sessions";
import { readViewer } from "@/lib/access/viewer";
import { SignOutLink } from "../sign-out-link";
import { endOtherSessionsAction } from "./actions";
import { SessionList } from "./session-list";

export const metadata: Metadata = { title: "Where you are signed in" };

const answers: Partial<Record<string, string>> = {
  one: "Signed out there. Its next click leads to the sign-in page.",
  others: "Signed out everywhere but here.",
  gone: "That sign-in had ended already.",
};

/** Everywhere that a person is signed in, and the way to end it. Works without JavaScript. */
export default async function SessionsPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const viewer = await readViewer();
  if (viewer.kind === "nobody") redirect("/auth/login?returnTo=/sessions");
  if (viewer.kind === "stranger") redirect("/");
  const sessions = await listOwnSessions(viewer);
  const answer = answers[(await searchParams).done ?? ""];
  return (
    <CenteredPage
      actions={
        <>
          {sessions.length > 1 ? (
            <form action={endOtherSessionsAction}>
              <SubmitButton variant="primary">Sign out everywhere else</SubmitButton>
            </form>
          ) : null}
          <ButtonLink href="/">Back</ButtonLink>
        </>
      }
      description={
        sessions.length > 1
          ? "Don't know one of them? Sign it out, and change your password by “Forgot password?” where you sign in."
          : "You are signed in here and nowhere else."
      }
      footer={
        <>
          Signed in as {viewer.mailbox}. <SignOutLink />
        </>
      }
      title="Where you are signed in"
    >
      {answer ? <Callout tone="positive">{answer}</Callout> : null}
      <SessionList sessions={sessions} />
    </CenteredPage>
  );
}
