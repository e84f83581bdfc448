import type { Metadata } from "next";
import { CenteredPage } from "@/components/centered-page";

export const metadata: Metadata = { title: "Asked for a new letter" };

/** Where everybody lands who pressed "Ask for a new one", whatever their link was. */
export default function AskedPage() {
  return (
    <CenteredPage
      description="If your link was one of ours and has run out, the people who manage the seats are told that you would like a new letter. Whether and when it comes is up to them."
      footer="Nothing came after a few days? Ask them directly: they can send you a new letter at any time."
      title="We have passed it on"
    />
  );
}
