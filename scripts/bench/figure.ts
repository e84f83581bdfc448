/** One line of what was measured. `limit` is what it may be; a line without one only informs. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  limit?: { most: number } | { least: number };
};

/** Whether a figure keeps its limit. */
export function holds({ value, limit }: Figure): boolean {
  if (limit === undefined) return true;
  return "most" in limit ? value <= limit.most : value >= limit.least;
}

/** Figures as a table: figure, limit, pass. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    `${round(figure.value)} ${figure.unit}`.trim(),
    limitText(figure),
    figure.limit === undefined ? "" : holds(figure) ? "pass" : "MISSED",
  ]);
  const all = [["", "measured", "limit", ""], ...rows];
  const widths = [0, 1, 2, 3].map((place) => Math.max(...all.map((row) => row[place]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, place) => cell.padEnd(widths[place] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function limitText({ limit }: Figure): string {
  if (limit === undefined) return "";
  return "most" in limit ? `<= ${limit.most}` : `>= ${limit.least}`;
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
