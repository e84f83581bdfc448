const SVG = "http://www.w3.org/2000/svg";
/** A picture stands alone and can't load the page's font. */
const FONT = "system-ui, sans-serif";
const MARGIN = 20;
/** Pixels of the picture for each pixel on the screen. */
const SHARPNESS = 2;
/** What comes from style sheets and would stay behind; all else is written on the elements themselves. */
const styles = ["fill", "stroke", "font-size", "font-weight", "font-style", "font-variant-numeric"] as const;

/**
 * The chart in a figure as a PNG, on white and in the light mode's colours, as wide as it is on the screen.
 * It passes through a `data:` address, the only one from which the page's policy allows a picture.
 * Rejects when the browser can't draw it.
 */
export async function drawPicture(
  figure: HTMLElement,
  title: string,
  words: readonly string[],
): Promise<Blob | null> {
  const picture = inLightMode(() => compose(figure, title, words));
  if (!picture) return null;
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(picture.source)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext("2d")?.drawImage(image, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

/** Nothing is painted in between, so nobody sees the page change. */
function inLightMode<T>(read: () => T): T {
  const { dataset } = document.documentElement;
  const before = dataset.theme;
  dataset.theme = "light";
  try {
    return read();
  } finally {
    if (before === undefined) delete dataset.theme;
    else dataset.theme = before;
  }
}

function compose(figure: HTMLElement, title: string, words: readonly string[]) {
  const drawing = figure.querySelector("[data-chart-drawing]");
  const box = drawing?.getBoundingClientRect();
  if (!drawing || !box?.width) return null;
  const root = create("svg", { xmlns: SVG, "font-family": FONT });
  root.append(create("rect", { width: "100%", height: "100%", fill: "#fff" }));
  let top = MARGIN;
  const write = (text: string, size: number, weight: number, fill: string) => {
    for (const line of wrap(text, box.width, `${weight} ${size}px ${FONT}`)) {
      root.append(
        create("text", { x: MARGIN, y: top + size, "font-size": size, "font-weight": weight, fill }, line),
      );
      top += size * 1.4;
    }
  };
  write(title, 16, 600, "#191c1c");
  write(words.join(" · "), 12, 400, "#5b605f");
  top += 12;
  for (const part of drawing.querySelectorAll("[data-chart-part], [data-chart-text]")) {
    const place = part.getBoundingClientRect();
    const x = place.left - box.left + MARGIN;
    const y = place.top - box.top + top;
    if (part instanceof SVGSVGElement) root.append(copySvg(part, { x, y, ...sizeOf(place) }));
    else root.append(copyText(part, { x, y: y + place.height * 0.76 }));
  }
  const [innerWidth, innerHeight] = [Math.ceil(box.width + 2 * MARGIN), Math.ceil(top + box.height + MARGIN)];
  const [width, height] = [innerWidth * SHARPNESS, innerHeight * SHARPNESS];
  root.setAttribute("width", String(width));
  root.setAttribute("height", String(height));
  root.setAttribute("viewBox", `0 0 ${innerWidth} ${innerHeight}`);
  return { width, height, source: clean(new XMLSerializer().serializeToString(root)) };
}

const sizeOf = ({ width, height }: DOMRect) => ({ width, height });

/** A cell of a file may hold what XML and addresses may not. */
function clean(source: string): string {
  return source.replace(/[^\P{Cc}\t\n]/gu, "").replace(/[\p{Cs}\ufffe\uffff]/gu, "\ufffd");
}

function create(name: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const element = document.createElementNS(SVG, name);
  if (!(element instanceof SVGElement)) throw new TypeError(`${name} is no element of SVG`);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text) element.textContent = text;
  return element;
}

function copyText(from: Element, place: Record<string, number>): SVGElement {
  const { color, fontSize, fontWeight } = getComputedStyle(from);
  const look = { fill: color, "font-size": fontSize, "font-weight": fontWeight };
  return create("text", { ...place, ...look }, from.textContent ?? "");
}

/** A copy that looks the same without the page's style sheets. What isn't shown is left away. */
function copySvg(from: SVGSVGElement, place: Record<string, number>): SVGElement {
  const copy = create("svg", { overflow: "visible", ...place });
  const viewBox = from.getAttribute("viewBox");
  if (viewBox) copy.setAttribute("viewBox", viewBox);
  for (const child of from.children) copyInto(copy, child);
  return copy;
}

function copyInto(parent: Element, from: Element): void {
  const style = getComputedStyle(from);
  if (style.display === "none" || from.tagName === "title" || from.tagName === "desc") return;
  const copy = document.createElementNS(SVG, from.tagName);
  for (const { name, value } of from.attributes) {
    if (name !== "class" && name !== "id") copy.setAttribute(name, value);
  }
  for (const name of styles) copy.setAttribute(name, style.getPropertyValue(name));
  if (from.hasAttribute("vector-effect")) sharpen(copy);
  if (from.children.length === 0) copy.textContent = from.textContent;
  for (const child of from.children) copyInto(copy, child);
  parent.append(copy);
}

/** A stroke that keeps its width when the chart grows would stay thin in the larger picture. */
function sharpen(copy: Element): void {
  for (const name of ["stroke-width", "stroke-dasharray"]) {
    const widths = copy
      .getAttribute(name)
      ?.split(" ")
      .map((width) => Number(width) * SHARPNESS);
    if (widths) copy.setAttribute(name, widths.join(" "));
  }
}

const scratch = () => document.createElement("canvas").getContext("2d");

/** Breaks a text into lines between its words; a word longer than a line is cut. */
function wrap(text: string, room: number, font: string): string[] {
  const pen = scratch();
  if (!pen || !text) return text ? [text] : [];
  pen.font = font;
  const fits = (line: string) => pen.measureText(line).width <= room;
  const lines: string[] = [];
  let line = "";
  for (const word of text.slice(0, 2_000).split(/(?<=\s)/)) {
    if (line && !fits(line + word.trimEnd())) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += word;
    while (!fits(line.trimEnd()) && line.length > 1) {
      let cut = line.length - 1;
      while (cut > 1 && !fits(line.slice(0, cut))) cut -= 1;
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  return line ? [...lines, line.trimEnd()] : lines;
}
