import { cookies } from "next/headers";
import { invitationCookieName } from "@/app/invitation-cookie";
import { takeAsk } from "@/app/take-ask";

/** "Ask for a new one", by somebody who came back from Auth0 too late; the cookie says for which invitation. */
export async function POST(): Promise<Response> {
  return takeAsk((await cookies()).get(invitationCookieName())?.value ?? "");
}
