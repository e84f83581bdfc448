import { answerPlainly } from "@/components/answer-plainly";
import { answerTooOften } from "@/components/answer-too-often";
import { countAsk } from "@/lib/access/count-ask";
import { enterToAsk } from "@/lib/access/enter-to-ask";
import { isFromOurPage } from "@/lib/access/is-from-our-page";
import { currentRequest } from "@/lib/base/request-context";
import { askForLetter } from "@/lib/onboarding/ask-for-letter";
import { seeOther } from "./see-other";

/** Takes the press of "Ask for a new one". Every token gets the same answer after the same work. */
export async function takeAsk(token: string): Promise<Response> {
  if (!(await isFromOurPage())) return answerPlainly(403, { ...foreign, requestId: currentRequest()?.id });
  const turn = await countAsk();
  if (!turn.ok) return answerTooOften(turn.retryAfter, currentRequest()?.id);
  await askForLetter(enterToAsk(token));
  return seeOther("/invitations/asked");
}

const foreign = {
  title: "This form stood on another site",
  text: "Nothing was done. Open your letter again and press its button.",
};
