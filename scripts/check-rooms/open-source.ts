/**
 * Opens a text for reading from its beginning to its end.
 * @returns `take`: reads on by a sticky pattern, or answers null and stays; `line`: where we are, from 1
 */
export function openSource(source: string): { take(shape: RegExp): RegExpExecArray | null; line(): number } {
  let at = 0;
  let line = 1;
  return {
    take(shape) {
      shape.lastIndex = at;
      const match = shape.exec(source);
      if (!match) return null;
      at = shape.lastIndex;
      for (let i = match[0].indexOf("\n"); i >= 0; i = match[0].indexOf("\n", i + 1)) line += 1;
      return match;
    },
    line: () => line,
  };
}
