import { Change } from "@/app/change";
import { describeActor, describeEntry } from "@/app/describe-entry";
import { Time } from "@/components/time";
import type { TimelineEntry } from "@/lib/seats/read-person";

/** Everything that happened to somebody's seat, newest first, and who did it. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol aria-label="What happened" className="grid">
      {entries.map((entry) => {
        const { title, detail, change } = describeEntry(entry);
        return (
          <li className="group/entry grid grid-cols-[auto_minmax(0,1fr)] gap-x-3" key={entry.ref}>
            <span aria-hidden className="grid grid-rows-[auto_1fr] justify-items-center">
              <span className="mt-1.5 size-2 rounded-full bg-accent" />
              <span className="my-1 w-px bg-border group-last/entry:hidden" />
            </span>
            <div className="pb-4 group-last/entry:pb-0">
              <p className="font-medium">{title}</p>
              {change ? <Change {...change} /> : null}
              {detail ? (
                <p className="text-sm wrap-anywhere">
                  <bdi>{detail}</bdi>
                </p>
              ) : null}
              <p className="text-muted text-sm wrap-anywhere">
                <Time format="second" value={entry.at} /> · <bdi>{describeActor(entry)}</bdi>
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
