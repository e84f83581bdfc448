import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ColumnKind } from "@/lib/base/column-kind";
import { drawNumbers } from "@/lib/base/draw-numbers";

export const ROWS = 1_000_000;
const SEED = 20_251_125;
const BEGIN_MS = Date.UTC(2023, 0, 1);
/** One row a minute and three seconds, on average: two years. */
const STEP_SECONDS = 63;
const DAY_MS = 86_400_000;
const LINES = 5_000;

const channels = ["Web", "Web", "Web", "Shop", "Shop", "Partner", "Phone"] as const;
const devices = ["phone", "phone", "laptop", "tablet"] as const;
const things = ["Lamp", "Desk", "Chair", "Shelf", "Cable", "Speaker", "Camera", "Tripod"] as const;
// Ten values.
const countries = [
  ...["Austria", "Belgium", "Denmark", "France", "Germany"],
  ...["Italy", "Netherlands", "Poland", "Spain", "Sweden"],
] as const;

/** The columns of the file, and what the portal proposes to make of each. */
export const eventColumns: readonly { name: string; kind: ColumnKind; scale: number }[] = [
  { name: "Order", kind: "text", scale: 0 },
  { name: "Ordered at", kind: "timestamp", scale: 0 },
  { name: "Day", kind: "date", scale: 0 },
  { name: "Customer", kind: "text", scale: 0 },
  { name: "Product", kind: "text", scale: 0 },
  { name: "Campaign", kind: "text", scale: 0 },
  { name: "Country", kind: "text", scale: 0 },
  { name: "Channel", kind: "text", scale: 0 },
  { name: "Device", kind: "text", scale: 0 },
  { name: "Items", kind: "integer", scale: 0 },
  { name: "Revenue", kind: "decimal", scale: 2 },
  { name: "Discount", kind: "decimal", scale: 2 },
  { name: "Returned", kind: "boolean", scale: 0 },
  { name: "Delivered", kind: "date", scale: 0 },
];

/** Writes made-up orders in the order of their time, as a shop would export them; the same bytes on every machine. */
export async function writeEvents(path: string): Promise<void> {
  await pipeline(Readable.from(inPieces(eventLines())), createWriteStream(path));
}

function* eventLines(): Generator<string> {
  yield eventColumns.map(({ name }) => name).join(",");
  const draw = drawNumbers(SEED);
  for (let n = 0; n < ROWS; n += 1) {
    const at = new Date(BEGIN_MS + (n * STEP_SECONDS + draw(STEP_SECONDS)) * 1_000).toISOString();
    // Two draws and the smaller: some products and customers are worth much more than others.
    const product = Math.min(draw(1_000), draw(1_000));
    const customer = Math.min(draw(100_000), draw(100_000));
    const items = 1 + draw(draw(5) + 1);
    const cents = (500 + ((product * 7_919) % 40_000) + draw(2_000)) * items;
    const discount = draw(10) < 3 ? Math.floor((cents * (5 + draw(20))) / 100) : 0;
    const delivered = new Date(Date.parse(at) + (1 + draw(6)) * DAY_MS).toISOString().slice(0, 10);
    yield [
      `A-${10_000_000 + n}`,
      `${at.slice(0, 10)} ${at.slice(11, 19)}`,
      at.slice(0, 10),
      `C${String(customer).padStart(6, "0")}`,
      `${things[product % things.length]} ${product}`,
      draw(10) === 0 ? "" : `campaign-${draw(200)}`,
      countries[draw(countries.length)],
      channels[draw(channels.length)],
      devices[draw(devices.length)],
      items,
      money(cents - discount),
      discount === 0 ? "" : money(discount),
      draw(100) < 4,
      draw(50) === 0 ? "" : delivered,
    ].join(",");
  }
}

function* inPieces(lines: Iterable<string>): Generator<string> {
  let piece: string[] = [];
  for (const line of lines) {
    piece.push(line);
    if (piece.length === LINES) {
      yield `${piece.join("\n")}\n`;
      piece = [];
    }
  }
  yield `${piece.join("\n")}\n`;
}

function money(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}
