import { Card } from "@/components/card";
import { Progress } from "@/components/progress";
import { Stat, StatList } from "@/components/stat";
import { countOf } from "@/lib/base/count-of";
import type { ImportPart, Progress as ImportProgress } from "@/lib/onboarding/follow-import";
import { importHref } from "./import-address";

/** What the parts of an import are called. */
export const partWords: Record<ImportPart, string> = {
  invited: "Invited",
  underWay: "Under way",
  already: "Held a seat already",
  attention: "Need a look",
  repeated: "Listed twice",
  out: "Left out or released",
};

const parts: readonly ImportPart[] = ["invited", "underWay", "already", "attention", "repeated", "out"];

type ImportSummaryProps = {
  progress: ImportProgress;
  /** The import's own address. */
  home: string;
  /** The part whose rows are on view, null for all of them. */
  shown: ImportPart | null;
};

/** How far an import has come. Each number leads to its rows. */
export function ImportSummary({ progress, home, shown }: ImportSummaryProps) {
  const { total, underWay } = progress;
  const drawn = parts.filter((part) => part !== "repeated" || progress.repeated > 0);
  return (
    <div className="grid gap-3">
      <Card>
        <Progress
          detail={underWay > 0 ? "This goes on without you: you can close the page." : undefined}
          label={underWay > 0 ? "Creating accounts and sending letters" : "Done"}
          max={total}
          value={total - underWay}
        />
      </Card>
      <StatList>
        {drawn.map((part) => (
          <Stat
            current={part === shown}
            href={progress[part] > 0 ? importHref(home, part) : undefined}
            hrefLabel={`${countOf(progress[part], "row")}: ${partWords[part].toLowerCase()}`}
            key={part}
            label={partWords[part]}
            tone={part === "attention" && progress.attention > 0 ? "danger" : "neutral"}
            value={progress[part]}
          />
        ))}
      </StatList>
    </div>
  );
}
