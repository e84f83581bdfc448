import { foldText } from "@/lib/base/fold-text";

/** What a person is sorted and found by: the folded name, or the mailbox of somebody who gave none. */
export function nameKey({ name, emailKey }: { name: string; emailKey: string }): string {
  return foldText(name) || emailKey;
}
