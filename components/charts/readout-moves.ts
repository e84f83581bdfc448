/** The place that is nearest to a share of the plot's width or height. */
export function nearestPlace(positions: readonly number[], wanted: number): number {
  let best = 0;
  positions.forEach((position, index) => {
    if (Math.abs(position - wanted) < Math.abs((positions[best] ?? 0) - wanted)) best = index;
  });
  return best;
}

/** Where a key leads from one place to another; undefined for a key that leads nowhere. */
export function keyTarget(key: string, at: number, last: number): number | undefined {
  const page = Math.max(1, Math.round(last / 10));
  const moves: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    PageUp: at - page,
    PageDown: at + page,
    Home: 0,
    End: last,
  };
  const wanted = moves[key];
  return wanted === undefined ? undefined : Math.min(last, Math.max(0, wanted));
}
