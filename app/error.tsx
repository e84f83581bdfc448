"use client";

import { Button, ButtonLink } from "@/components/button";
import { CenteredPage } from "@/components/centered-page";

/** What people see when something broke on our side. The digest finds the log line; nothing else is told. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <CenteredPage
      actions={
        <>
          <Button onClick={reset} variant="primary">
            Try again
          </Button>
          <ButtonLink href="/">Go to the start page</ButtonLink>
        </>
      }
      description="Something broke on our side. Nothing you entered was saved halfway. Try again; if it stays like this, tell Analystick support the code below."
      footer={error.digest ? <>Code {error.digest}</> : undefined}
      title="That didn't work"
    />
  );
}
