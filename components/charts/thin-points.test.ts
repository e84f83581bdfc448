import { expect, it } from "vitest";
import { thinPoints } from "./thin-points";

const points = Array.from({ length: 5000 }, (_, index) => ({
  x: index / 4999,
  y: Math.sin(index) as number | null,
}));

it("leaves a short line as it is", () => {
  expect(thinPoints(points.slice(0, 500))).toHaveLength(500);
});

it("keeps the ends and every peak of a long line", () => {
  const spiky = points.map((point, index) => (index === 2345 ? { ...point, y: 99 } : point));
  const thin = thinPoints(spiky);
  expect(thin.length).toBeLessThan(3700);
  expect(thin).toContainEqual({ x: 2345 / 4999, y: 99 });
  expect([thin[0], thin.at(-1)]).toEqual([spiky[0], spiky.at(-1)]);
});

it("keeps a gap", () => {
  const gapped = points.map((point, index) => (index > 1000 && index < 1100 ? { ...point, y: null } : point));
  expect(thinPoints(gapped).some(({ y }) => y === null)).toBe(true);
});
