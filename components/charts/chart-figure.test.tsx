import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ChartData, Grain } from "./chart-data";
import { ChartFigure } from "./chart-figure";
import type { ChartKind } from "./refuse-chart";

type Values = (number | null)[];

const one = (label: string, values: Values, more = {}) => ({
  label,
  values,
  texts: values.map((value) => value?.toLocaleString("en-US", { maximumFractionDigits: 20 }) ?? ""),
  ...more,
});
const overTime = (series: ReturnType<typeof one>[], grain: Grain = "day"): ChartData => ({
  axis: {
    kind: "time",
    grain,
    points: (series[0]?.values ?? []).map((_, index) => ({
      at: Date.UTC(2025, 0, 1 + index),
      label: `Day ${index + 1}`,
    })),
  },
  series,
});
const byPlace = (labels: string[], ...series: ReturnType<typeof one>[]): ChartData => ({
  axis: { kind: "category", points: labels.map((label) => ({ label, isOther: label === "Other" })) },
  series,
});

const draw = (kind: ChartKind, data: ChartData) =>
  renderToStaticMarkup(
    <ChartFigure data={data} kind={kind} title="Revenue by day" words={["Country is France"]} />,
  );
const plain = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
const count = (html: string, part: RegExp) => [...html.matchAll(part)].length;
const whole = (html: string) => expect(html).not.toMatch(/NaN|Infinity|undefined/);
const picture = (html: string) => html.includes('role="img"');

describe("a chart", () => {
  const html = draw("line", overTime([one("Revenue", [3, 9, 1], { unit: "EUR" })]));

  it("says what it shows: kind, range, highest and lowest", () => {
    expect(html).toMatch(/<title id="[^"]+">Revenue by day<\/title>/);
    expect(html).toContain(
      "Line chart of Revenue (EUR) by day, Day 1 to Day 3. Highest: 9 (Day 2). Lowest: 1 (Day 3).</desc>",
    );
  });

  it("has the same rows in a table with caption and scopes", () => {
    expect(html).toMatch(/<details[^>]*><summary.*Show data.*<table/s);
    expect(html).toMatch(/<caption[^>]*>Revenue by day<\/caption>/);
    expect(html).toContain('<th scope="col">Day</th>');
    expect(html).toContain('<th scope="row"><bdi>Day 2</bdi></th><td>9</td>');
  });

  it("has its title and what it is narrowed to in the caption of a named figure", () => {
    const [, id] = html.match(/<figure aria-labelledby="([^"]+)"/) ?? [];
    expect(html).toMatch(
      new RegExp(`<figcaption.*id="${id}">Revenue by day</bdi>.*Country is France</p></figcaption>`),
    );
  });

  it("shows no control that needs scripts before they run", () => {
    expect(html).not.toContain("slider");
    expect(html).toMatch(/<span class="invisible">.*Save as image/);
  });
});

describe("what can't be drawn", () => {
  it.each<ChartKind>(["line", "bar", "stacked", "table"])(
    "no rows as %s: says so, draws no frame",
    (kind) => {
      const html = draw(kind, overTime([one("Revenue", [])]));
      expect(plain(html)).toContain("No data No rows match");
      expect(html).not.toMatch(/<table|role="img"/);
    },
  );

  it.each<ChartKind>(["line", "bar", "stacked"])(
    "nothing but gaps as %s: says so, keeps the table",
    (kind) => {
      const html = draw(kind, overTime([one("Revenue", [null, null])]));
      expect(plain(html)).toContain("none of them holds a value");
      expect(picture(html)).toBe(false);
      expect(html).toContain("<td>—</td>");
    },
  );

  it.each<[ChartKind, ChartData, string]>([
    ["line", byPlace(["A"], one("N", [1])), "need time on their axis"],
    ["stacked", byPlace(["A"], one("N", [1])), "need time on their axis"],
    ["bar", overTime([one("A", [1]), one("B", [2])]), "Bars over time show one series"],
    ["number", overTime([one("A", [1, 2])]), "show several places"],
    ["bar", { axis: { kind: "none" }, series: [one("A", [1])] }, "Show it as a number"],
    ["line", overTime(Array.from({ length: 13 }, (_, i) => one(`S${i}`, [i]))), "More than 12"],
  ])("refuses %s with a reason, and shows the rows", (kind, data, reason) => {
    const html = draw(kind, data);
    expect(plain(html)).toContain(reason);
    expect(html).toMatch(/<details[^>]*open=""/);
    expect(picture(html)).toBe(false);
  });
});

describe("values at the edge", () => {
  const edges: [string, Values][] = [
    ["one point", [5]],
    ["zeros", [0, 0, 0]],
    ["huge values", [1e15, 2e15]],
    ["tiny values", [1e-9, 3e-9]],
    ["negative values", [-4, 7, -1]],
    ["gaps", [1, null, 3, null]],
  ];
  it.each(edges)("draws %s as lines, bars and stacks", (_, values) => {
    for (const [kind, data] of [
      ["line", overTime([one("A", values)])],
      ["line", overTime([one("A", values), one("B", values)])],
      ["stacked", overTime([one("A", values), one("B", values)])],
      ["bar", overTime([one("A", values)])],
      [
        "bar",
        byPlace(
          values.map((_, index) => `P${index}`),
          one("A", values),
          one("B", values),
        ),
      ],
    ] as const) {
      const html = draw(kind, data);
      whole(html);
      expect(picture(html)).toBe(true);
    }
  });

  it("keeps all digits in the table", () => {
    expect(draw("line", overTime([one("A", [1e15, 0.000001])]))).toMatch(
      /<td>1,000,000,000,000,000<\/td>.*<td>0.000001<\/td>/,
    );
  });

  it("says a missing number, and doesn't draw it as zero", () => {
    const html = draw("number", {
      axis: { kind: "none" },
      series: [one("Sum", [20350]), one("Median", [null])],
    });
    expect(plain(html)).toMatch(/Sum 20,350 Median No value/);
  });
});

describe("lines", () => {
  const pathsOf = (html: string) => [...html.matchAll(/ d="([^"]*)" fill="none"/g)].map(([, d]) => d ?? "");

  it("leave gaps open, and show a value between two gaps as a dot", () => {
    const [line, dots] = pathsOf(draw("line", overTime([one("A", [1, 2, null, 4, null, 6, 7])])));
    expect(count(line ?? "", /M/g)).toBe(3);
    expect(dots).toMatch(/^M[\d.,]+h0$/);
  });

  it("draw 5,000 points in a few elements", () => {
    const html = draw(
      "line",
      overTime(
        ["A", "B"].map((label) =>
          one(
            label,
            Array.from({ length: 5000 }, (_, i) => i),
          ),
        ),
      ),
    );
    const [svg] = html.match(/<svg[^>]*data-chart-part[^>]*role="img".*?<\/desc>.*?(?=<details)/s) ?? [""];
    expect(count(svg, /<path/g)).toBeGreaterThan(2);
    expect(count(svg, /<(path|circle|rect|line|text|svg|g)\b/g)).toBeLessThan(200);
    expect(count(html, /<tr>/g)).toBe(5001);
  });

  it("of twelve series are named beside their signs", () => {
    const names = Array.from({ length: 12 }, (_, index) => `Series ${index}`);
    const html = draw("line", overTime(names.map((name, index) => one(name, [index, index + 1]))));
    for (const name of names)
      expect(html).toMatch(new RegExp(`<path[^>]*></path></svg><bdi[^>]*>${name}</bdi>`));
  });

  it("of different units get plots of their own, and of one unit share one", () => {
    const html = draw(
      "line",
      overTime([
        one("Revenue", [1, 2], { unit: "EUR" }),
        one("Orders", [3, 4]),
        one("Cost", [5, 6], { unit: "EUR" }),
      ]),
    );
    expect(count(html, /role="img"/g)).toBe(2);
    expect(html).toContain("Revenue by day: Revenue, Cost</title>");
  });
});

describe("bars", () => {
  it("begin at zero, so that twice the value is twice the length", () => {
    const html = draw("bar", byPlace(["A", "B"], one("N", [1000, 2000])));
    expect(Array.from(html.matchAll(/<rect[^>]* width="([^"]*)" x="0%"/g), ([, width]) => width)).toEqual([
      "50%",
      "100%",
    ]);
  });

  it("carry their value, and grow to the left below zero", () => {
    const html = draw("bar", byPlace(["Up", "Down"], one("Change", [30, -10])));
    expect(html).toMatch(/width="75%" x="25%"/);
    expect(html).toMatch(/width="25%" x="0%".*text-anchor="end"[^>]*>-10<\/text>/s);
  });

  it("draw fifty values, each with its name", () => {
    const labels = Array.from({ length: 50 }, (_, index) => `Product ${index}`);
    const html = draw(
      "bar",
      byPlace(
        labels,
        one(
          "Units",
          labels.map((_, index) => index + 1),
        ),
      ),
    );
    expect(count(html, /<rect/g)).toBe(50);
    for (const label of labels) expect(html).toContain(`>${label}</text>`);
  });

  it("shorten long names and keep the whole one in a title", () => {
    const long = "A very long name ".repeat(40).trim();
    const html = draw("bar", byPlace([long], one("N", [1])));
    expect(html).toContain(`<title>${long}: N 1</title>`);
    const shown = [...html.matchAll(/<text[^>]*>(A very[^<]*)<\/text>/g)].map(([, text]) => text ?? "");
    expect(shown).toHaveLength(2);
    for (const text of shown) expect(text).toMatch(/^A very.{0,30}…$/);
  });

  it("keep names of right-to-left script together", () => {
    expect(draw("bar", byPlace(["السعودية"], one("N", [1])))).toContain("\u2068السعودية\u2069</text>");
  });

  it("show names that look like markup as text", () => {
    const html = draw("bar", byPlace(["<script>alert(1)</script>"], one("<b>N</b>", [1])));
    expect(html).not.toMatch(/<script|<b>/);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  it("draw Other in grey", () => {
    const html = draw("bar", byPlace(["A", "Other"], one("N", [1, 2])));
    expect(count(html, /<rect class="text-chart-other"/g)).toBe(1);
  });
});

describe("stacked bars", () => {
  it("stand on each other above zero and hang under each other below it", () => {
    const html = draw("stacked", overTime([one("A", [10, -10]), one("B", [10, -10])]));
    const tops = [...html.matchAll(/M[\d.]+,([\d.]+)V([\d.]+)h/g)].map(([, from, to]) => [
      Number(from),
      Number(to),
    ]);
    expect(tops).toEqual([
      [120, 60],
      [180, 120],
      [60, 0],
      [240, 180],
    ]);
  });

  it("draw a thousand buckets of six series in six shapes", () => {
    const values = Array.from({ length: 1000 }, (_, index) => index);
    const html = draw("stacked", overTime(["A", "B", "C", "D", "E", "F"].map((label) => one(label, values))));
    expect(count(html, /<path/g)).toBe(6);
  });
});
