import { createReadStream, createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * Copies a file without some of its bytes.
 * @param holes where each begins, and the byte after it, in turns and in ascending order
 */
export async function copyWithout(path: string, copy: string, holes: readonly number[]): Promise<void> {
  // The borders passed so far: an odd number of them means within a hole.
  let [at, passed] = [0, 0];
  await pipeline(
    createReadStream(path, { highWaterMark: 1_048_576 }),
    new Transform({
      transform(bytes: Buffer, _, done) {
        const end = at + bytes.length;
        for (let from = at; from < end; ) {
          const to = Math.min(holes[passed] ?? end, end);
          if (passed % 2 === 0 && to > from) this.push(bytes.subarray(from - at, to - at));
          if (to === holes[passed]) passed += 1;
          from = to;
        }
        at = end;
        done();
      },
    }),
    createWriteStream(copy),
  );
}
