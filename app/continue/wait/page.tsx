import type { Metadata } from "next";
import { CenteredPage } from "@/components/centered-page";
import { TryAgain } from "./try-again";

export const metadata: Metadata = { title: "One moment" };

/** Auth0 has no call free for us at this moment, or does not answer: tries again by itself. */
export default function Wait() {
  return (
    <CenteredPage
      description="Many people are getting in at the same time. Your place is kept; this page tries again by itself in a few seconds."
      title="One moment"
    >
      <TryAgain action="/continue/step" />
    </CenteredPage>
  );
}
