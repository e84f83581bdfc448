/** Reads values that are separated by commas; one that holds a comma stands in quotes, a quote in it twice. */
export function splitList(text: string): string[] {
  const values = [...text.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^,]*))\s*(?:,|$)/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare?.trim() ?? "",
  );
  return values.filter((value) => value !== "");
}

/** Writes values so that `splitList` reads the same ones. */
export function joinList(values: readonly string[]): string {
  return values
    .map((value) => (/[",]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value))
    .join(", ");
}
