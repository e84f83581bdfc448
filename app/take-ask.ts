import { enterToAsk } from "@/lib/access/enter-to-ask";
import { isSameOrigin } from "@/lib/access/same-origin";
import { env } from "@/lib/base/env";
import { askForLetter } from "@/lib/onboarding/ask-for-letter";
import { seeOther } from "./see-other";

/** Takes the press of "Ask for a new one". Every token gets the same answer after the same work. */
export async function takeAsk(request: Request, token: string): Promise<Response> {
  if (!isSameOrigin(request.headers, env().APP_BASE_URL))
    return new Response("This form belongs to another site.", { status: 403 });
  await askForLetter(enterToAsk(token));
  return seeOther("/invitations/asked");
}
