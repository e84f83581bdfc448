import type { InvitationFile } from "@/lib/access/enter-by-link";
import { readViewer } from "@/lib/access/viewer";

/** The address of somebody else who is signed in in this browser, or null. */
export async function otherAccount({ seat }: InvitationFile): Promise<string | null> {
  const viewer = await readViewer();
  return viewer.kind === "person" && viewer.userId !== seat.userId ? viewer.mailbox : null;
}
