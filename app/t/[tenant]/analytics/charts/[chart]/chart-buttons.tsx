"use client";

import { useRouter } from "next/navigation";
import { ConfirmDialog } from "@/components/dialog";
import { SelectField, type SelectOption } from "@/components/field";
import { FormDialog } from "@/components/form-dialog";
import { TitleField } from "@/components/title-field";
import { type Answer, explainSilence } from "@/lib/base/answer";

type ChartButtonsProps = {
  home: string;
  actions: {
    change: (input: object) => Promise<Answer>;
    remove: () => Promise<Answer>;
    put: (dashboardId: string) => Promise<Answer>;
  };
  chart: { id: string; title: string; revision: number };
  dashboards: readonly SelectOption[];
};

/** What an editor can do with a kept chart: name it, put it on a dashboard, delete it. */
export function ChartButtons({ home, actions, chart, dashboards }: ChartButtonsProps) {
  const router = useRouter();
  const rename = (form: FormData) =>
    actions.change({
      id: chart.id,
      revision: chart.revision,
      title: String(form.get("title")),
      drawn: null,
    });
  const put = (form: FormData) => actions.put(String(form.get("dashboard")));
  return (
    <>
      {dashboards.length > 0 ? (
        <FormDialog action={put} submit="Put" title="Put on a dashboard" trigger="Put on a dashboard">
          <SelectField label="Dashboard" name="dashboard" options={dashboards} />
        </FormDialog>
      ) : null}
      <FormDialog action={rename} submit="Save" title="Rename the chart" trigger="Rename">
        <TitleField defaultValue={chart.title} />
      </FormDialog>
      <ConfirmDialog
        action={async () => {
          const answer = await actions.remove().catch(explainSilence);
          if (answer.ok) router.push(home);
          return answer;
        }}
        body="It goes from every dashboard too, for everybody. The data stays. This can't be undone."
        confirmLabel="Delete chart"
        title={`Delete ${chart.title}?`}
        tone="danger"
        trigger="Delete"
      />
    </>
  );
}
