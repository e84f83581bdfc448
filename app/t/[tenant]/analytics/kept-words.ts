import { REFUSED } from "@/lib/base/answer";

/** Why a chart or a dashboard was not kept or changed, and what to do. */
export const keptWords = {
  "not-allowed": REFUSED.message,
  gone: "It is not there any more: somebody deleted it. Reload the page.",
  "dataset-gone": "The dataset is not there any more, so the chart can't be kept.",
  "bad-title": "Give it a title of 1 to 120 signs.",
  "bad-question": "The question can't be asked of the dataset as it is now. Show it first, then keep it.",
  "bad-filters": "A filter or the time range can't be understood. Check the values.",
  "too-many-charts": "A dashboard holds up to 12 charts. Take one away first.",
  "changed-meanwhile": "Somebody changed it at this moment. Try again.",
} as const;

/** Says who was quicker: nothing of theirs was overwritten, and nothing of one's own is lost on the page. */
export function changedMeanwhile({ by, at }: { by: string; at: Date }): string {
  const time = at.toISOString().slice(11, 16);
  return `Not saved: ${by} changed it at ${time} UTC, after you opened it. Open it again in another tab, and put your change on top.`;
}
