/** A place in the plot: `x` from 0 to 1, `y` null where there is a gap. */
export type PlotPoint = { x: number; y: number | null };

/** One column for about each pixel of a wide plot. */
const COLUMNS = 900;

/**
 * Leaves away points that nobody can see: of those that share a column of pixels the first, the last, the lowest and
 * the highest stay, so the line looks the same. A gap stays when it empties a column.
 */
export function thinPoints(points: readonly PlotPoint[]): readonly PlotPoint[] {
  if (points.length <= 2 * COLUMNS) return points;
  const columns = new Map<number, PlotPoint[]>();
  for (const point of points) {
    const column = Math.floor(point.x * COLUMNS);
    const beside = columns.get(column);
    if (beside) beside.push(point);
    else columns.set(column, [point]);
  }
  return [...columns.values()].flatMap(keepOutline);
}

function keepOutline(column: readonly PlotPoint[]): PlotPoint[] {
  const real = column.filter(({ y }) => y !== null);
  const [first] = real;
  if (!first) return column.slice(0, 1);
  const level = ({ y }: PlotPoint) => y ?? 0;
  const lowest = real.reduce((best, point) => (level(point) < level(best) ? point : best), first);
  const highest = real.reduce((best, point) => (level(point) > level(best) ? point : best), first);
  const kept = new Set([first, lowest, highest, real.at(-1) ?? first]);
  return real.filter((point) => kept.has(point));
}
