import type { Watcher } from "./gate-stream";

const END_OF_DATA = "\r\n.\r\n";

/** A letter's end of data is the event (RFC 5321, 4.1.1.4); the server's next words answer it. */
export function watchSmtp(): Watcher {
  let tail = "";
  return {
    event(sent) {
      const words = tail + sent.toString("latin1");
      const isEnd = words.endsWith(END_OF_DATA);
      tail = isEnd ? "" : words.slice(-END_OF_DATA.length);
      return isEnd ? "smtp end of data" : null;
    },
    isAnswer: () => true,
  };
}
