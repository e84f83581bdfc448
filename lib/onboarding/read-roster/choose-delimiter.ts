import { type CsvRecord, cutRecords, type Delimiter } from "./cut-records";
import { nameColumns } from "./name-columns";

const candidates: readonly Delimiter[] = [",", ";", "\t", "|"];
const sampleSize = 100;
const sampleLength = 64 * 1024;
const bareAddress = /^<?[^\s@<>,;|]+@[^\s@<>,;|]+>?$/;

/**
 * Chooses what separates the cells: the delimiter under which most header labels are known, then most records
 * hold exactly one clean address, then most records are equally wide, then the widest. A spreadsheet's own
 * `sep=;` on the first line decides alone.
 * @returns the delimiter, and whether the first line was that hint
 */
export function chooseDelimiter(text: string): { delimiter: Delimiter; hinted: boolean } {
  const hint = /^sep=([,;\t|])[ ,;\t|]*$/i.exec(text.slice(0, Math.max(0, text.indexOf("\n"))))?.[1];
  const hinted = candidates.find((candidate) => candidate === hint);
  if (hinted !== undefined) return { delimiter: hinted, hinted: true };
  const opening = text.slice(0, sampleLength);
  const scored = candidates.map((delimiter) => ({
    delimiter,
    score: score(take(cutRecords(opening, delimiter))),
  }));
  const best = scored.reduce((leader, next) => (isBetter(next.score, leader.score) ? next : leader));
  return { delimiter: best.delimiter, hinted: false };
}

function take(records: Iterable<CsvRecord>): CsvRecord[] {
  const sample: CsvRecord[] = [];
  for (const record of records) if (sample.push(record) === sampleSize) break;
  return sample;
}

function score(sample: readonly CsvRecord[]): number[] {
  const header = nameColumns(sample[0]?.cells ?? []) ?? [];
  const known = header.filter(({ meaning }) => meaning !== null).length;
  const clean = sample.filter(
    ({ cells }) => cells.filter((cell) => bareAddress.test(cell.trim())).length === 1,
  );
  const widths = new Map<number, number>();
  for (const { cells } of sample) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const [width, equallyWide] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return [known, clean.length, width > 1 ? equallyWide : 0, width];
}

function isBetter(score: readonly number[], than: readonly number[]): boolean {
  const at = score.findIndex((value, place) => value !== than[place]);
  return at >= 0 && (score[at] ?? 0) > (than[at] ?? 0);
}
