import { TextLink } from "@/components/text-link";
import { Time } from "@/components/time";
import type { KeptItem } from "./kept-items";
import { SampleBadge } from "./sample-badge";

type KeptListProps = { items: readonly KeptItem[]; empty: string };

/** Dashboards or charts by their titles, with what is said of each. */
export function KeptList({ items, empty }: KeptListProps) {
  if (items.length === 0) return <p className="px-4 py-4 text-muted sm:px-5">{empty}</p>;
  return (
    <ul className="divide-y divide-border">
      {items.map(({ id, title, href, note, isSample, by, at }) => (
        <li className="grid gap-x-4 gap-y-1 px-4 py-3 sm:flex sm:items-baseline sm:px-5" key={id}>
          <span className="flex min-w-0 grow flex-wrap items-center gap-2 wrap-anywhere font-medium">
            <TextLink className="min-w-0" href={href}>
              <bdi>{title}</bdi>
            </TextLink>
            {isSample ? <SampleBadge /> : null}
          </span>
          <span className="text-muted text-sm wrap-anywhere">
            <bdi>{note}</bdi> ·{" "}
            {by === null ? null : (
              <>
                <bdi>{by}</bdi>,{" "}
              </>
            )}
            <Time value={at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
