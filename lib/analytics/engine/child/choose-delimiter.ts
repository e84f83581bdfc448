import { splitRecords } from "./split-record";

const candidates = [",", ";", "\t", "|"] as const;
/** Enough to tell, whatever the first lines look like. */
const MOST_RECORDS = 1_000;

/**
 * The sign between the values: the one by which the most records have as many values as the header.
 * @param text the beginning of the file, ending with a whole line
 * @returns null when two signs fit equally well, or when most records differ from the header by any of them
 */
export function chooseDelimiter(text: string): string | null {
  const judged = candidates
    .map((delimiter) => ({ delimiter, ...judge(text, delimiter) }))
    .filter(({ columns }) => columns > 1)
    .sort((a, b) => b.share - a.share || b.columns - a.columns);
  const [best, next] = judged;
  // A file of one column.
  if (best === undefined) return ",";
  if (best.share < 0.5) return null;
  return next?.share === best.share && next.columns === best.columns ? null : best.delimiter;
}

function judge(text: string, delimiter: string): { columns: number; share: number } {
  let [columns, same, total] = [0, 0, 0];
  for (const record of splitRecords(text, delimiter)) {
    if (columns === 0) columns = record.length;
    else if (record.length === columns) same += 1;
    total += 1;
    if (total > MOST_RECORDS) break;
  }
  return { columns, share: total > 1 ? same / (total - 1) : 1 };
}
