import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** Reads a file once, for its size and its SHA-256 in hexadecimal. */
export async function hashFile(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of createReadStream(path, { highWaterMark: 1_048_576 })) {
    const part: Buffer = piece;
    hash.update(part);
    bytes += part.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}
