import { quoteServer } from "./quote-server";

export type MailFailure = {
  ok: false;
  reason: "refused" | "deferred" | "unreachable";
  /** Whether the same letter may get through later. */
  retry: boolean;
  said: string;
};

/** What the transport's errors carry: its own code, the command it was at, and the server's answer if any. */
type TransportError = Error & { code: string; command?: unknown; response?: unknown; responseCode?: unknown };

// Trouble on the way; anything else without an answer of the server is our own bug.
const trouble = new Set(
  "ECONNECTION ETIMEDOUT ESOCKET EDNS ETLS EPROTOCOL EAUTH ENOAUTH EOAUTH2 ESTREAM EABORT EPROXY ECONNREFUSED ECONNRESET EPIPE".split(
    " ",
  ),
);

/**
 * Tells what a failed delivery means. Only an answer about the recipient or about the letter itself is final:
 * 5yz is `refused` for good, 4yz is `deferred` (RFC 5321, 4.2.1). A server that won't talk to us, won't let us
 * log in or won't take our sender refuses everybody's letters, not this person's: that is to be mended by the
 * operator, and tried again.
 * @throws the error itself when it comes from neither the server nor the network
 */
export function classifyMailFailure(error: unknown): MailFailure {
  if (!isTransportError(error)) throw error;
  const said = quoteServer(typeof error.response === "string" ? error.response : undefined);
  const code = typeof error.responseCode === "number" ? error.responseCode : null;
  if (code !== null && (error.code === "EENVELOPE" || error.code === "EMESSAGE")) {
    const final = code >= 500 && error.command !== "MAIL FROM";
    return { ok: false, reason: final ? "refused" : "deferred", retry: !final, said };
  }
  if (code !== null || trouble.has(error.code))
    return { ok: false, reason: "unreachable", retry: true, said };
  throw error;
}

function isTransportError(error: unknown): error is TransportError {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}
