/** An amount with its noun as people read it, such as "1 row" and "1,200 rows". */
export function countOf(amount: number, noun: string): string {
  return `${amount.toLocaleString("en-US")} ${amount === 1 ? noun : `${noun}s`}`;
}
