import type { InvitationFile } from "@/lib/access/enter-by-link";
import { readViewer } from "@/lib/access/viewer";

/** Whether the person whom the invitation is for is signed in in this browser. */
export async function isHolder({ seat }: InvitationFile): Promise<boolean> {
  const viewer = await readViewer();
  return viewer.kind === "person" && viewer.userId === seat.userId;
}
