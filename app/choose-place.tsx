import { ChevronRight } from "lucide-react";
import { CenteredPage } from "@/components/centered-page";
import { PageLink } from "@/components/page-link";
import type { Place } from "./find-way";
import { SignOutLink } from "./sign-out-link";

/** Somebody with more than one place chooses here. */
export function ChoosePlace({ mailbox, places }: { mailbox: string; places: readonly Place[] }) {
  return (
    <CenteredPage
      description="You have a place in more than one organisation."
      footer={
        <>
          Signed in as {mailbox}. <SignOutLink />
        </>
      }
      title="Where to?"
    >
      <ul className="divide-y divide-border overflow-hidden rounded-lg border border-border">
        {places.map((place) => (
          <li key={place.href}>
            <PageLink
              className="flex items-center gap-3 bg-surface px-4 py-3 -outline-offset-2 hover:bg-subtle"
              href={place.href}
            >
              <span className="min-w-0 grow">
                <span className="block text-left font-medium wrap-anywhere" dir="auto">
                  {place.name}
                </span>
                <span className="block text-muted text-sm">{place.detail}</span>
              </span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
            </PageLink>
          </li>
        ))}
      </ul>
    </CenteredPage>
  );
}
