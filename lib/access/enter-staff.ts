import { mintPlatformScope } from "@/db/mint-scope";
import type { PlatformScope } from "@/db/scope";
import { readViewer } from "./viewer";

/** A member of Analystick's staff: the proof that every staff verb asks for. */
export type StaffCaller = { scope: PlatformScope; userId: string; mailbox: string };

export type StaffEntry = { ok: true; caller: StaffCaller } | { ok: false; reason: "signed-out" | "not-here" };

/** Opens the staff pages for the person of this request; to everybody else they do not exist. */
export async function enterStaff(): Promise<StaffEntry> {
  const viewer = await readViewer();
  if (viewer.kind === "nobody") return { ok: false, reason: "signed-out" };
  if (viewer.kind === "stranger" || !viewer.isStaff) return { ok: false, reason: "not-here" };
  const { userId, mailbox } = viewer;
  return {
    ok: true,
    caller: { scope: mintPlatformScope({ kind: "staff", userId, name: mailbox }), userId, mailbox },
  };
}
