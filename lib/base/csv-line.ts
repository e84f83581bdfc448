// A spreadsheet takes what begins so for a formula, and a tab or carriage return may hide that it does (OWASP, CSV injection).
const formula = /^[=+\-@\t\r]/;
const mustQuote = /[",\r\n]/;

/**
 * One record of a CSV file by RFC 4180, with its line end. A value that a spreadsheet would run as a formula gets an
 * apostrophe in front, which spreadsheets take for "this is text".
 */
export function csvLine(values: readonly (string | Date | null)[]): string {
  return `${values.map(toField).join(",")}\r\n`;
}

function toField(value: string | Date | null): string {
  const text = value instanceof Date ? value.toISOString() : (value ?? "");
  const safe = formula.test(text) ? `'${text}` : text;
  return mustQuote.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe;
}
