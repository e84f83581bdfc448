import type { Metadata } from "next";
import { ButtonLink } from "@/components/button";
import { CenteredPage } from "@/components/centered-page";
import { RequestLine } from "./request-line";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <CenteredPage
      actions={
        <ButtonLink href="/" variant="primary">
          Go to the start page
        </ButtonLink>
      }
      description="There is nothing at this address, or nothing that your sign-in opens. Check the address, or start again from the start page."
      footer={<RequestLine />}
      title="Page not found"
    />
  );
}
