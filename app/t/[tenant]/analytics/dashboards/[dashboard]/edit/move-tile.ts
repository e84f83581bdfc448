/** A list with one of its items moved a place up (-1) or down (1). */
export function moveTile<Item>(items: readonly Item[], place: number, by: -1 | 1): Item[] {
  const moved = [...items];
  const [item, other] = [moved[place], moved[place + by]];
  if (item === undefined || other === undefined) return moved;
  moved[place] = other;
  moved[place + by] = item;
  return moved;
}
