const narrow = /[iljtfrI.,:;'|!()[\]\s]/;
const broad = /[A-HJ-Zmw@%&—]/;
const full =
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Extended_Pictographic}/u;
const weightless = /[\p{Mn}\p{Me}\p{Cf}]/u;
const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;

function widthOf(symbol: string): number {
  if (weightless.test(symbol)) return 0;
  if (full.test(symbol)) return 1.05;
  if (narrow.test(symbol)) return 0.33;
  return broad.test(symbol) ? 0.8 : 0.62;
}

const letters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** About how many pixels a text takes. The server has no fonts to measure with; errs on the wide side. */
export function textWidth(text: string, size = 12): number {
  let width = 0;
  for (const symbol of text) width += widthOf(symbol);
  return width * size;
}

/** Cuts a text to about `room` pixels, between letters as people see them, and ends it with "…". */
export function shorten(text: string, room: number, size = 12): string {
  // A cell may hold a book; more than this never fits.
  const start = text.slice(0, 400);
  if (start.length === text.length && textWidth(text, size) <= room) return text;
  let kept = "";
  let width = textWidth("…", size);
  for (const { segment } of letters.segment(start)) {
    width += textWidth(segment, size);
    if (width > room) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Keeps a text of right-to-left script together, so that what stands around it stays where it is. */
export function isolate(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}
