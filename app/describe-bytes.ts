const steps = [
  { unit: "GB", bytes: 1e9 },
  { unit: "MB", bytes: 1e6 },
  { unit: "kB", bytes: 1e3 },
];

/** A size as people say it: "1.9 MB". Units are of a thousand, as browsers and file managers have them. */
export function describeBytes(bytes: number): string {
  // From where the number before the unit would read 1,000.0 on, the larger unit is said.
  const step = steps.find((one) => bytes >= one.bytes * 0.999_95);
  if (step !== undefined) return `${(bytes / step.bytes).toFixed(1)} ${step.unit}`;
  return bytes === 1 ? "1 byte" : `${bytes} bytes`;
}
