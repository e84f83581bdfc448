"use client";

import { Button, ButtonAnchor } from "@/components/button";
import { CenteredPage } from "@/components/centered-page";
import { useRequestId } from "@/components/use-request-id";

export type BrokenPageProps = { error: Error & { digest?: string } };

/** What people see when something broke on our side. Code and request find the log lines; nothing else is told. */
export function BrokenPage({ error }: BrokenPageProps) {
  const requestId = useRequestId();
  return (
    <CenteredPage
      actions={
        <>
          {/* Drawing the same answer again would break again: the page is asked for anew. */}
          <Button onClick={() => location.reload()} variant="primary">
            Try again
          </Button>
          <ButtonAnchor href="/">Go to the start page</ButtonAnchor>
        </>
      }
      description="Something broke on our side. Nothing you entered was saved halfway. Try again; if it stays like this, tell Analystick support what stands below."
      footer={
        <>
          {error.digest ? <span className="block">Code {error.digest}</span> : null}
          {requestId ? <span className="block wrap-anywhere">Request {requestId}</span> : null}
        </>
      }
      title="That didn't work"
    />
  );
}
