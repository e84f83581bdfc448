import { cookies } from "next/headers";
import { INVITATION_COOKIE } from "@/app/invitation-cookie";
import { takeAsk } from "@/app/take-ask";

/** "Ask for a new one", by somebody who came back from Auth0 too late; the cookie says for which invitation. */
export async function POST(request: Request): Promise<Response> {
  return takeAsk(request, (await cookies()).get(INVITATION_COOKIE)?.value ?? "");
}
