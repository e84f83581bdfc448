import { answerPlainly } from "@/components/answer-plainly";
import { answerTooOften } from "@/components/answer-too-often";
import type { Turn } from "@/lib/access/ask-bucket";
import { countUnknownLink } from "@/lib/access/count-unknown-link";
import { enterByLink, type LinkHolder } from "@/lib/access/enter-by-link";
import { isFromOurPage } from "@/lib/access/is-from-our-page";
import { takeTurn } from "@/lib/access/take-turn";
import { startSignIn } from "@/lib/auth0/start-sign-in";
import { log } from "@/lib/base/log";
import { currentRequest } from "@/lib/base/request-context";
import { walkOn } from "@/lib/onboarding/walk-on";
import { invitationCookie } from "./invitation-cookie";
import { seeOther } from "./see-other";

/**
 * Takes the next step of an invitation and answers where the browser goes: to a ticket, to sign in, to a page that
 * tries again by itself, or back to the page that says why the door is shut.
 * @param back the page that the button stands on
 */
export async function takeStep(request: Request, token: string, back: string): Promise<Response> {
  if (!(await isFromOurPage())) return answerPlainly(403, { ...foreign, requestId: currentRequest()?.id });
  const holder = await enterByLink(token);
  const turn = await countPress(holder);
  if (!turn.ok) return answerTooOften(turn.retryAfter, currentRequest()?.id);
  if (holder === null) return seeOther(back);
  const tries = await readTries(request);
  const walked = await walkOn(holder);
  log("info", "invitation.step", {
    invitationId: holder.file.invitation.id,
    outcome: walked.ok ? walked.go : walked.reason,
  });
  const response = walked.ok
    ? walked.go === "ticket"
      ? seeOther(walked.url)
      : await startSignIn({ mailbox: walked.mailbox, returnTo: "/welcome" })
    : seeOther(walked.reason === "shut" ? back : `/continue/wait?why=${walked.reason}&tries=${tries + 1}`);
  response.headers.append("Set-Cookie", serialise(invitationCookie(token)));
  return response;
}

const foreign = {
  title: "This form stood on another site",
  text: "Nothing was done. Open your letter again and press its button.",
};

/** A letter's own turns, or those of whoever tries links that we never sent. */
function countPress(holder: LinkHolder | null): Promise<Turn> {
  return holder === null ? countUnknownLink() : takeTurn("step", holder.file.invitation.id);
}

/** How often the waiting page has pressed the button already; 0 for a person's own press. */
async function readTries(request: Request): Promise<number> {
  const form = await request.formData().catch(() => null);
  return Math.min(Math.max(Number(form?.get("tries")) || 0, 0), 100);
}

function serialise({ name, value, path, maxAge, secure }: ReturnType<typeof invitationCookie>): string {
  return `${name}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}
