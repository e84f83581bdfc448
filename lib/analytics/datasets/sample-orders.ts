import { drawNumbers } from "@/lib/base/draw-numbers";

const ROWS = 20_350;
const SEED = 20_240_101;
const DAYS = 731;

const categories = [
  { name: "Accessories", cents: 13_700, share: 35 },
  { name: "Audio", cents: 14_400, share: 22 },
  { name: "Furniture", cents: 58_300, share: 15 },
  { name: "Lighting", cents: 7_300, share: 15 },
  { name: "Video", cents: 13_200, share: 13 },
] as const;
const channels = ["Web", "Web", "Web", "Shop", "Shop", "Partner"] as const;
const countries = [
  "Germany",
  "Germany",
  "France",
  "France",
  "Spain",
  "Italy",
  "Netherlands",
  "Austria",
] as const;

/**
 * Two years of made-up orders as CSV, for trying things on: with weekdays, seasons, growth, customers who come back
 * and a few blanks. Whole numbers only, so that the same rows come out on every machine.
 */
export function* sampleOrders(): Generator<string> {
  yield "Order,Ordered at,Day,Customer,Country,Channel,Category,Items,Revenue,Discount,Returned,Delivered\n";
  const draw = drawNumbers(SEED);
  for (let n = 0; n < ROWS; n += 1) {
    // The later a day, the likelier: two draws and the larger of them grow by degrees.
    const day = Math.max(draw(DAYS), draw(DAYS) - draw(400));
    const at = new Date(Date.UTC(2024, 0, 1) + day * 86_400_000 + (7 * 60 + draw(15 * 60)) * 60_000);
    const weekday = at.getUTCDay();
    if ((weekday === 0 || weekday === 6) && draw(3) === 0) at.setUTCDate(at.getUTCDate() + 2);
    const category = pickCategory(draw(100));
    const items = 1 + draw(draw(4) + 1);
    const cents = Math.max(100, Math.floor((category.cents * (50 + draw(100))) / 100)) * items;
    const discount = draw(10) < 3 ? Math.floor((cents * (5 + draw(20))) / 100) : 0;
    yield `${[
      `A-${String(100_001 + n)}`,
      at.toISOString().slice(0, 16).replace("T", " "),
      at.toISOString().slice(0, 10),
      `C${String(draw(draw(4_200) + 1)).padStart(5, "0")}`,
      countries[draw(countries.length)],
      channels[draw(channels.length)],
      category.name,
      items,
      money(cents - discount),
      discount === 0 ? "" : money(discount),
      draw(100) < 4 ? "true" : "false",
      draw(50) === 0 ? "" : new Date(at.getTime() + (1 + draw(6)) * 86_400_000).toISOString().slice(0, 10),
    ].join(",")}\n`;
  }
}

function pickCategory(at: number) {
  let left = at;
  for (const category of categories) {
    left -= category.share;
    if (left < 0) return category;
  }
  return categories[0];
}

function money(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}
