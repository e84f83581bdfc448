import { Users } from "lucide-react";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";

/** What to do first in an organisation that has nobody but its first admin. */
export function OnlyYou({ home }: { home: string }) {
  return (
    <EmptyState
      action={
        <>
          <ButtonLink href={`${home}/imports/new`}>Upload or paste a list</ButtonLink>
          <ButtonLink href={`${home}/analytics/new`} variant="ghost">
            Bring in data
          </ButtonLink>
        </>
      }
      icon={<Users aria-hidden />}
      title="It is only you so far"
    >
      Bring in people, and each of them gets a seat and a letter that leads them in. Bring in data, and there
      is something for them to see.
    </EmptyState>
  );
}
