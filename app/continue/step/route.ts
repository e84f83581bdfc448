import { cookies } from "next/headers";
import { invitationCookieName } from "@/app/invitation-cookie";
import { takeStep } from "@/app/take-step";

/** The button that somebody who has come back from Auth0 presses; the cookie says which invitation they walk. */
export async function POST(request: Request): Promise<Response> {
  return takeStep(request, (await cookies()).get(invitationCookieName())?.value ?? "", "/continue");
}
