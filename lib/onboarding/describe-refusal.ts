import type { RosterRefusal } from "./read-roster";

/** Says to a person why a whole roster could not be read, and what to do about it. */
export function describeRefusal(refusal: RosterRefusal): string {
  switch (refusal.reason) {
    case "empty":
      return "The list is empty. Choose a file with one person per line, or paste their email addresses.";
    case "too-large":
      return `The file is larger than ${refusal.limit / 1024 / 1024} MB. Split it and bring the parts in one after the other.`;
    case "too-many-rows":
      return `The list has more than ${refusal.limit.toLocaleString("en-US")} rows. Split it and bring the parts in one after the other.`;
    case "spreadsheet":
      return "This is a spreadsheet file. Open it, choose Save as or Download, pick CSV, and bring in that file.";
    case "not-text":
      return "This file can't be read as text. Save your list as CSV (UTF-8), or paste the addresses instead.";
    case "header-only":
      return "Nobody stands below the column names. Add one line for each person.";
    case "no-addresses":
      return "There is no email address in this list. It needs a column named email, or one address per line.";
  }
}
