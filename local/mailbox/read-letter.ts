import { simpleParser } from "mailparser";
import { findLinks } from "./find-links";
import type { Letter } from "./letter";

/**
 * Reads a message as it came over SMTP.
 *
 * @param raw the message's bytes (RFC 5322)
 * @param id the mailbox's own name for it
 * @param recipients the envelope's recipients: who it was really sent to
 * @param at when it arrived
 */
export async function readLetter(raw: Buffer, id: string, recipients: string[], at: Date): Promise<Letter> {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipHtmlToText: true });
  const html = mail.html || "";
  const text = mail.text ?? "";
  return {
    id,
    to: recipients,
    from: mail.from?.text ?? "",
    subject: mail.subject ?? "",
    messageId: mail.messageId ?? "",
    at: at.toISOString(),
    text,
    html,
    links: findLinks(html, text),
    headers: mail.headerLines.map(({ line }) => splitHeader(line)),
  };
}

function splitHeader(line: string): { name: string; value: string } {
  const colon = line.indexOf(":");
  return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
}
