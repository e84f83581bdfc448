import { Button } from "@/components/button";
import { SelectField, TextField } from "@/components/field";
import type { ActivityChoice } from "@/lib/tenants/choose-activity";
import { activityOptions } from "./activity-words";

type ActivityControlsProps = { path: string; chosen: ActivityChoice };

/** What the list is narrowed to. A plain form: it works without JavaScript, and its address can be kept. */
export function ActivityControls({ path, chosen }: ActivityControlsProps) {
  return (
    <search>
      <form
        action={path}
        className="grid grid-cols-2 items-end gap-3 md:grid-cols-[repeat(4,auto)_auto] md:justify-start print:hidden"
        key={Object.values(chosen).join(" ")}
      >
        <SelectField
          className="max-md:col-span-2"
          defaultValue={chosen.kind}
          label="Kind of change"
          name="kind"
          options={activityOptions.kind}
        />
        <SelectField
          className="max-md:col-span-2"
          defaultValue={chosen.source}
          label="Done by"
          name="source"
          options={activityOptions.source}
        />
        <TextField defaultValue={chosen.from} label="From (UTC)" name="from" type="date" />
        <TextField defaultValue={chosen.to} label="To, included" name="to" type="date" />
        <Button className="max-md:col-span-2" type="submit">
          Show
        </Button>
      </form>
    </search>
  );
}
