import nodemailer from "nodemailer";
import { env } from "@/lib/base/env";
import { canonicalMailbox } from "@/lib/base/mailbox";
import { refuseInTransaction } from "@/lib/base/transaction-span";
import { classifyMailFailure, type MailFailure } from "./classify-mail-failure";
import { quoteServer } from "./quote-server";

const SILENCE_MS = 10_000;
const WHOLE_DELIVERY_MS = 60_000;

export type Letter = { subject: string; html: string; text: string };
export type LetterToSend = {
  to: string;
  /** The person's name as typed; empty when there is none. */
  toName: string;
  letter: Letter;
  /** In angle brackets, and the same for every repetition of this letter (RFC 5322, 3.6.4). */
  messageId: string;
};
export type Sending = { ok: true; said: string } | MailFailure;

let transport: ReturnType<typeof openTransport> | undefined;

/**
 * Hands one letter to the mail server over a pooled connection. Never repeats by itself: whoever asked decides.
 * A success means that the server took responsibility for the letter (RFC 5321, 4.2.5). After a failure with
 * `retry` the server may hold it nevertheless, so repeat it under the same Message-ID.
 * @throws while a transaction is open
 * @returns `said`: the server's last words without addresses; empty when it said nothing
 */
export async function sendLetter({ to, toName, letter, messageId }: LetterToSend): Promise<Sending> {
  refuseInTransaction("A letter is sent");
  const recipient = canonicalMailbox(to);
  if (!recipient.ok) return { ok: false, reason: "refused", retry: false, said: "" };
  transport ??= openTransport();
  const used = transport;
  try {
    const { response } = await used.sendMail({
      from: env().MAIL_FROM,
      to: { name: onOneLine(toName), address: recipient.mailbox },
      subject: onOneLine(letter.subject),
      text: letter.text,
      html: letter.html,
      messageId: soundMessageId(messageId),
      // RFC 3834, 5: no holiday answers to letters that no person wrote.
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
      signal: AbortSignal.timeout(WHOLE_DELIVERY_MS),
    });
    return { ok: true, said: quoteServer(response) };
  } catch (error) {
    if (used !== transport) return { ok: false, reason: "unreachable", retry: true, said: "" };
    return classifyMailFailure(error);
  }
}

/** Closes idle connections at once and busy ones after their letter. Letters not yet begun come back as `unreachable`. */
export async function closeMail(): Promise<void> {
  const closing = transport;
  transport = undefined;
  closing?.close();
}

function openTransport() {
  return nodemailer.createTransport({
    url: env("SMTP_URL").SMTP_URL,
    pool: true,
    // The pool would resend by itself when a connection drops, perhaps after the server took the letter.
    maxRequeues: 0,
    connectionTimeout: SILENCE_MS,
    greetingTimeout: SILENCE_MS,
    socketTimeout: SILENCE_MS,
    dnsTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** A header field ends at its line; what would begin another field becomes a blank. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}

function soundMessageId(messageId: string): string {
  if (!/^<[\x21-\x3b\x3d\x3f\x41-\x7e]+@[\x21-\x3b\x3d\x3f\x41-\x7e]+>$/.test(messageId))
    throw new Error("A letter's Message-ID must look like <id@host>");
  return messageId;
}
