"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/button";
import { ConfirmDialog, Dialog } from "@/components/dialog";
import { SelectField, type SelectOption, TextField } from "@/components/field";
import { FormError } from "@/components/form-error";
import { useToast } from "@/components/toast";
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
        <ButtonForm action={put} submit="Put" title="Put on a dashboard" trigger="Put on a dashboard">
          <SelectField label="Dashboard" name="dashboard" options={dashboards} />
        </ButtonForm>
      ) : null}
      <ButtonForm action={rename} submit="Save" title="Rename the chart" trigger="Rename">
        <TextField
          autoComplete="off"
          defaultValue={chart.title}
          dir="auto"
          label="Title"
          maxLength={120}
          name="title"
          required
        />
      </ButtonForm>
      <ConfirmDialog
        action={async () => {
          const answer = await actions.remove().catch(explainSilence);
          if (answer.ok) router.push(home);
          return answer.ok ? { ok: true } : { ok: false, message: answer.message };
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

type ButtonFormProps = {
  trigger: string;
  title: string;
  submit: string;
  action: (form: FormData) => Promise<Answer>;
  children: React.ReactNode;
};

function ButtonForm({ trigger, title, submit, action, children }: ButtonFormProps) {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();
  const toast = useToast();
  const change = (next: boolean) => {
    setProblem(undefined);
    setOpen(next);
  };
  const send = (form: FormData) =>
    startTransition(async () => {
      const answer = await action(form).catch(explainSilence);
      if (!answer.ok) return setProblem(answer.message);
      change(false);
      toast({ title: answer.message, tone: "positive" });
    });
  return (
    <Dialog onOpenChange={change} open={open} title={title} trigger={trigger}>
      <form
        className="grid gap-4"
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          send(new FormData(event.currentTarget));
        }}
      >
        <FormError message={problem} />
        {children}
        <Button className="justify-self-end" pending={pending} type="submit" variant="primary">
          {submit}
        </Button>
      </form>
    </Dialog>
  );
}
