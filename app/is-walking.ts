import { cookies } from "next/headers";
import { invitationCookieName } from "./invitation-cookie";

/** Whether somebody pressed this letter's button in this browser within the hour. A mail scanner never did. */
export async function isWalking(token: string): Promise<boolean> {
  return (await cookies()).get(invitationCookieName())?.value === token;
}
