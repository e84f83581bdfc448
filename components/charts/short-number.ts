const steps = [
  [1e12, "T"],
  [1e9, "B"],
  [1e6, "M"],
  [1e3, "k"],
] as const;

const plain = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 4 });
const scientific = new Intl.NumberFormat("en-US", { notation: "scientific", maximumFractionDigits: 2 });
const minus = (text: string): string => text.replace("-", "\u2212");

/**
 * A number short enough for an axis: 12k, 1.2M, 3T; outside of what these carry 1E18 and 2E-6. Up to 4 digits are kept.
 * @param among the largest number it stands beside; all of an axis then count in the same thousands
 */
export function shortNumber(value: number, among: number = value): string {
  const largest = Math.abs(among);
  if (value === 0) return "0";
  if (largest >= 1e17 || largest < 1e-3) return minus(scientific.format(value));
  // Rounded first, so that 999,999 becomes 1M and not 1,000k.
  const rounded = Number(largest.toPrecision(4));
  const step = steps.find(([least]) => rounded >= least);
  return minus(
    step && rounded >= 10_000 ? `${plain.format(value / step[0])}${step[1]}` : plain.format(value),
  );
}
