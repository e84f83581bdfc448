import type { ActivityChoice } from "@/lib/tenants/choose-activity";

/** The address of the list, or of its export, under a path: only what differs from the usual is said. */
export function activityHref(
  path: string,
  { kind, source, from, to }: ActivityChoice,
  more: Record<string, string> = {},
): string {
  const words = new URLSearchParams();
  if (kind !== "any") words.set("kind", kind);
  if (source !== "any") words.set("source", source);
  if (from !== "") words.set("from", from);
  if (to !== "") words.set("to", to);
  for (const [word, value] of Object.entries(more)) words.set(word, value);
  return words.size === 0 ? path : `${path}?${words}`;
}
