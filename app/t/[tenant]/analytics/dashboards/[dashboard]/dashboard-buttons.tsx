"use client";

import { useRouter } from "next/navigation";
import { ConfirmDialog } from "@/components/dialog";
import { type Answer, explainSilence } from "@/lib/base/answer";

type DashboardButtonsProps = { home: string; title: string; remove: () => Promise<Answer> };

/** Deleting a dashboard. */
export function DashboardButtons({ home, title, remove }: DashboardButtonsProps) {
  const router = useRouter();
  return (
    <ConfirmDialog
      action={async () => {
        const answer = await remove().catch(explainSilence);
        if (answer.ok) router.push(home);
        return answer;
      }}
      body="It goes for everybody in your organisation. Its charts stay kept. This can't be undone."
      confirmLabel="Delete dashboard"
      title={`Delete ${title}?`}
      tone="danger"
      trigger="Delete"
    />
  );
}
