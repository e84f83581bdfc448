import type { Metadata } from "next";
import { CenteredPage } from "@/components/centered-page";
import { TryAgain } from "./try-again";

export const metadata: Metadata = { title: "One moment" };

/** After so many tries in a row the page leaves the next one to the person. */
const MOST_TRIES = 8;
const FIRST_PAUSE_MS = 3_000;

type WaitProps = { searchParams: Promise<{ why?: string; tries?: string }> };

/** Auth0 has no call free for us at this moment, or does not answer: tries again by itself, ever more patiently. */
export default async function Wait({ searchParams }: WaitProps) {
  const { why, tries: typed } = await searchParams;
  const tries = Math.min(Math.max(Number(typed) || 1, 1), MOST_TRIES);
  const again = tries < MOST_TRIES ? "this page tries again by itself." : "try again in a few minutes.";
  return (
    <CenteredPage
      description={
        why === "busy"
          ? `Many people are getting in at the same time. Your place is kept; ${again}`
          : `Our sign-in service does not answer at the moment. Your place is kept; ${again}`
      }
      title="One moment"
    >
      <TryAgain
        action="/continue/step"
        pauseMs={tries < MOST_TRIES ? FIRST_PAUSE_MS * 1.5 ** (tries - 1) : null}
        tries={tries}
      />
    </CenteredPage>
  );
}
