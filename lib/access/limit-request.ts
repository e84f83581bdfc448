import type { Turn } from "./ask-bucket";
import { awaitTurn } from "./await-turn";
import { enterByLink } from "./enter-by-link";
import { takeTurn } from "./take-turn";

type Asked = {
  method: string;
  path: string;
  /** The value of the session's cookie. */
  session: string | undefined;
  /** Where the request came from. */
  address: string;
};

const letter = /^\/invitations\/([^/]+)(?:\/step)?$/;

/** Whether a request may go on, as far as it can be told before a page or an action looks at it. */
export async function limitRequest({ method, path, session, address }: Asked): Promise<Turn> {
  if (path === "/auth/login" || path === "/auth/callback") return takeTurn("sign-in", address);
  if (path === "/auth/backchannel-logout") return takeTurn("sign-out-notice", address);
  const token = letter.exec(path)?.[1];
  if (token !== undefined) return limitLetter(token, address);
  // Whoever is not let in does nothing, so only sessions are counted; the action's wrapper takes the turn.
  if (method === "POST" && session !== undefined) return awaitTurn("action", session);
  return { ok: true };
}

/** Links that we never sent are counted by address; a real letter opens even where somebody else has tried many. */
async function limitLetter(token: string, address: string): Promise<Turn> {
  const turn = await awaitTurn("unknown-link", address);
  if (turn.ok) return turn;
  return (await enterByLink(token)) === null ? turn : { ok: true };
}
