"use server";

import { redirect } from "next/navigation";
import { endOtherSessions } from "@/lib/access/end-other-sessions";
import { endOwnSession } from "@/lib/access/end-own-session";
import { enterPersonByAction } from "@/lib/access/enter-person-by-action";

export async function endSessionAction(form: FormData): Promise<void> {
  const entry = await enterPersonByAction();
  if (!entry.ok) redirect("/");
  const ended = await endOwnSession(entry.person, String(form.get("handle") ?? ""));
  redirect(ended.ok ? "/sessions?done=one" : "/sessions?done=gone");
}

export async function endOtherSessionsAction(): Promise<void> {
  const entry = await enterPersonByAction();
  if (!entry.ok) redirect("/");
  await endOtherSessions(entry.person);
  redirect("/sessions?done=others");
}
