import { createReadStream, createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Encoding } from "@/lib/base/dataset-file";

/** Writes a copy in UTF-8, without a byte order mark, in which every line ends with a line feed. */
export async function prepareFile(path: string, prepared: string, encoding: Encoding): Promise<void> {
  const decoder = new TextDecoder(encoding);
  let pending = "";
  const rewrite = (text: string, isEnd: boolean) => {
    const whole = pending + text;
    // A carriage return may be the first half of a line's end.
    pending = !isEnd && whole.endsWith("\r") ? "\r" : "";
    return whole.slice(0, whole.length - pending.length).replace(/\r\n?/g, "\n");
  };
  await pipeline(
    createReadStream(path, { highWaterMark: 1_048_576 }),
    new Transform({
      transform: (bytes: Buffer, _, done) =>
        done(null, Buffer.from(rewrite(decoder.decode(bytes, { stream: true }), false))),
      flush(done) {
        done(null, Buffer.from(rewrite(decoder.decode(), true)));
      },
    }),
    createWriteStream(prepared),
  );
}
