const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** A moment as letters write it: in UTC, for nobody knows the reader's clock. */
export function writeMoment(at: Date): string {
  return `${day.format(at)}, ${at.toISOString().slice(11, 16)} UTC`;
}
