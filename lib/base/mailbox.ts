export type MailboxReading =
  | { ok: true; mailbox: string }
  | { ok: false; reason: "missing" | "malformed" | "unsupported" | "too-long" };

const longestMailbox = 254;
const longestLocalPart = 64;

// Signs that nobody sees. The two joiners stay where they stand inside: some domains are spelt with them.
const invisible = /(?![\u200c\u200d])\p{Cf}/gu;
const edges = /^[\s\u200c\u200d]+|[\s\u200c\u200d]+$/g;
const ascii = /^[\x20-\x7e]*$/;
const dotAtom = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The one spelling of a mailbox that we compare people by: NFC, without invisible signs, lower-cased, its
 * domain in ASCII. Canonical mailboxes stay as they are.
 *
 * Lengths are those of RFC 5321, 4.5.3.1 (local part 64, path 256 with its brackets); labels follow RFC 1035,
 * 2.3.1 and RFC 1123, 2.1. `unsupported` mailboxes may exist, but Auth0's database connections refuse them:
 * a local part outside ASCII or in quotes, and a domain that is an address literal.
 * @param typed one mailbox as a person wrote it, without a name; brackets around it are taken off
 */
export function canonicalMailbox(typed: string): MailboxReading {
  const text = strip(typed);
  if (text === "") return refuse("missing");
  // Anything this long is no mailbox in any spelling; it would only cost time below.
  if (text.length > 4 * longestMailbox) return refuse(text.includes("@") ? "too-long" : "malformed");

  const at = text.lastIndexOf("@");
  const local = text.slice(0, at).toLowerCase();
  const typedDomain = text.slice(at + 1);
  if (at < 1 || typedDomain === "") return refuse("malformed");
  if (/^".*"$/.test(local) || /^\[.*\]$/.test(typedDomain)) return refuse("unsupported");
  if (/[\s@\p{Cc}]/u.test(local)) return refuse("malformed");

  const domain = asciiDomain(typedDomain);
  if (domain === null) return refuse("malformed");
  if (!ascii.test(local)) return refuse("unsupported");
  if (!dotAtom.test(local)) return refuse("malformed");
  const mailbox = `${local}@${domain}`;
  if (local.length > longestLocalPart || mailbox.length > longestMailbox) return refuse("too-long");
  return { ok: true, mailbox };
}

function refuse(reason: "missing" | "malformed" | "unsupported" | "too-long"): MailboxReading {
  return { ok: false, reason };
}

function strip(typed: string): string {
  const bare = typed.normalize("NFC").replace(invisible, "").replace(edges, "");
  return bare.startsWith("<") && bare.endsWith(">") ? bare.slice(1, -1).replace(edges, "") : bare;
}

/** A dotted domain, lower-cased; international names in their `xn--` form. Null when it is none. */
function asciiDomain(typed: string): string | null {
  const domain = ascii.test(typed) ? typed.toLowerCase() : internationalDomain(typed);
  const labels = domain?.split(".") ?? [];
  const sound = labels.length >= 2 && labels.every((part) => label.test(part));
  // A last label of digits only would make it an IPv4 address.
  return domain !== null && sound && !/^\d+$/.test(labels.at(-1) ?? "") ? domain : null;
}

/** The URL parser knows UTS 46; it must see nothing that means something else in a URL. */
function internationalDomain(typed: string): string | null {
  if (/(?![A-Za-z0-9.-])\p{ASCII}/u.test(typed)) return null;
  const url = `http://${typed}/`;
  return URL.canParse(url) ? new URL(url).hostname : null;
}
