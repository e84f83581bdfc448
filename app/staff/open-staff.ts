import { notFound, redirect } from "next/navigation";
import { enterStaff, type StaffCaller } from "@/lib/access/enter-staff";
import { signInHere } from "../sign-in-here";

/** Opens a staff page for the person of this request; to everybody else it does not exist. */
export async function openStaff(): Promise<StaffCaller> {
  const entry = await enterStaff();
  if (entry.ok) return entry.caller;
  if (entry.reason === "signed-out") redirect(await signInHere());
  notFound();
}
