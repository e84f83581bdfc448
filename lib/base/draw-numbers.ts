/**
 * Numbers that look like chance and are the same on every machine: mulberry32 in whole numbers, without a library of
 * mathematics.
 * @returns draws a whole number from 0 to below `most`
 */
export function drawNumbers(seed: number): (most: number) => number {
  let state = seed >>> 0;
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % most;
  };
}
