"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormDialog } from "@/components/form-dialog";
import { TitleField } from "@/components/title-field";
import type { Answer } from "@/lib/base/answer";

type NewDashboardProps = { create: (id: string, title: string) => Promise<Answer>; home: string };

/** Makes an empty dashboard and opens it for editing. */
export function NewDashboard({ create, home }: NewDashboardProps) {
  const router = useRouter();
  const [id] = useState(() => crypto.randomUUID());
  return (
    <FormDialog
      action={(form) => create(id, String(form.get("title")))}
      onDone={() => router.push(`${home}/dashboards/${id}/edit`)}
      submit="Create"
      title="New dashboard"
      trigger="New dashboard"
      triggerSize="sm"
    >
      <TitleField />
    </FormDialog>
  );
}
