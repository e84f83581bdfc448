export type DecodedRoster = { ok: true; text: string } | { ok: false; reason: "spreadsheet" | "not-text" };

const zip = [0x50, 0x4b, 0x03, 0x04];
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];
const pdf = [0x25, 0x50, 0x44, 0x46];

/**
 * Reads a file's bytes as text: UTF-8 with or without a byte order mark, UTF-16 with one, and Windows-1252
 * (what spreadsheets on Windows save) for bytes that are not UTF-8. Line ends come out as `\n`.
 * Workbooks (zip or compound files) are refused as `spreadsheet`, other binary data as `not-text`.
 */
export function decodeRoster(input: Uint8Array | string): DecodedRoster {
  if (typeof input !== "string" && (begins(input, zip) || begins(input, compoundFile)))
    return { ok: false, reason: "spreadsheet" };
  if (typeof input !== "string" && begins(input, pdf)) return { ok: false, reason: "not-text" };
  const text = typeof input === "string" ? input.replace(/^\ufeff/, "") : decode(input);
  if (text === null || text.includes("\0")) return { ok: false, reason: "not-text" };
  return { ok: true, text: text.replace(/\r\n?/g, "\n") };
}

function decode(bytes: Uint8Array): string | null {
  if (begins(bytes, [0xff, 0xfe])) return decodeAs("utf-16le", bytes);
  if (begins(bytes, [0xfe, 0xff])) return decodeAs("utf-16be", bytes);
  return decodeAs("utf-8", bytes) ?? decodeWindows(bytes);
}

// The runtime may read bytes 0x80 to 0x9f as Latin-1 does, as control characters; this is what they mean.
const windowsSigns = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

function decodeWindows(bytes: Uint8Array): string {
  const text = new TextDecoder("windows-1252").decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? "");
}

/** Null when the bytes are not in that encoding. A byte order mark is left out. */
function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}
