import type { Grain } from "@/lib/analytics/spec";
import type { ColumnKind } from "@/lib/base/column-kind";

/** How a value is written where there is none. */
export const NOTHING = "—";

/**
 * A value as people read it, with all the digits that it has: thousands get separators, decimals their column's
 * digits, doubles up to four behind the point.
 */
export function formatValue(value: string | null, kind: ColumnKind, scale = 0): string {
  if (value === null) return NOTHING;
  switch (kind) {
    case "integer":
      return separate(value);
    case "decimal":
      return separate(withDigits(value, scale));
    case "number":
      return formatDouble(Number(value));
    case "timestamp":
      return value.slice(0, 16).replace("T", " ");
    case "boolean":
      return value === "true" ? "Yes" : "No";
    default:
      return value;
  }
}

function formatDouble(value: number): string {
  if (!Number.isFinite(value)) return NOTHING;
  const isPlain = value === 0 || (Math.abs(value) >= 0.001 && Math.abs(value) < 1e15);
  return isPlain ? value.toLocaleString("en", { maximumFractionDigits: 4 }) : value.toExponential(3);
}

function withDigits(value: string, scale: number): string {
  const [whole = "", digits = ""] = value.split(".");
  return scale === 0 ? whole : `${whole}.${digits.padEnd(scale, "0")}`;
}

function separate(value: string): string {
  const [whole = "", digits] = value.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return digits === undefined ? grouped : `${grouped}.${digits}`;
}

const months = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });
const days = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** A bucket of time as people read it; null is for rows without a moment. */
export function formatBucket(bucket: string | null, grain: Grain): string {
  if (bucket === null) return "No date";
  const at = new Date(`${bucket}Z`);
  switch (grain) {
    case "hour":
      return bucket.replace("T", " ");
    case "day":
      return days.format(at);
    case "week":
      return `Week of ${days.format(at)}`;
    case "month":
      return months.format(at);
    case "quarter":
      return `Q${Math.floor(at.getUTCMonth() / 3) + 1} ${at.getUTCFullYear()}`;
    case "year":
      return String(at.getUTCFullYear());
  }
}
