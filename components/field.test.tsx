import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CheckboxField, Field, SelectField, TextArea, TextField } from "./field";
import { FileField } from "./file-field";

const attribute = (html: string, tag: string, name: string): string | undefined =>
  new RegExp(`<${tag}\\b[^>]*?\\s${name}="([^"]*)"`).exec(html)?.[1];

const textOf = (html: string, id: string): string | undefined =>
  new RegExp(`id="${id}"[^>]*>(.*?)</p>`).exec(html)?.[1]?.replace(/<[^>]*>/g, "");

const words = { id: "seats", label: "Seats", hint: "Whole numbers.", error: "Enter a number above 0." };

const controls = [
  { name: "TextField", tag: "input", html: renderToStaticMarkup(<TextField {...words} />) },
  { name: "TextArea", tag: "textarea", html: renderToStaticMarkup(<TextArea {...words} />) },
  { name: "SelectField", tag: "select", html: renderToStaticMarkup(<SelectField {...words} options={[]} />) },
  { name: "FileField", tag: "input", html: renderToStaticMarkup(<FileField {...words} />) },
  { name: "CheckboxField", tag: "input", html: renderToStaticMarkup(<CheckboxField {...words} />) },
];

describe.each(controls)("$name", ({ tag, html }) => {
  it("belongs to its label", () => {
    expect(attribute(html, "label", "for")).toBe("seats");
    expect(attribute(html, tag, "id")).toBe("seats");
  });

  it("is described by its error first, then its hint", () => {
    const ids = attribute(html, tag, "aria-describedby")?.split(" ") ?? [];
    expect(ids.map((id) => textOf(html, id))).toEqual(["Enter a number above 0.", "Whole numbers."]);
  });

  it("is marked invalid", () => {
    expect(attribute(html, tag, "aria-invalid")).toBe("true");
  });
});

describe("Field", () => {
  it("leaves a control without hint and error undescribed and valid", () => {
    const html = renderToStaticMarkup(<TextField label="Name" />);
    expect(attribute(html, "input", "aria-describedby")).toBeUndefined();
    expect(attribute(html, "input", "aria-invalid")).toBeUndefined();
  });

  it("gives two fields without an id different ones", () => {
    const html = renderToStaticMarkup(
      <>
        <TextField label="One" />
        <TextField label="Two" />
      </>,
    );
    const ids = Array.from(html.matchAll(/<input[^>]* id="([^"]+)"/g), (match) => match[1]);
    expect(new Set(ids).size).toBe(2);
  });

  it("hands the slot to a control of the caller's", () => {
    const html = renderToStaticMarkup(<Field {...words}>{(slot) => <input {...slot} type="range" />}</Field>);
    expect(attribute(html, "input", "id")).toBe("seats");
    expect(attribute(html, "input", "aria-describedby")).toBe("seats-error seats-hint");
  });

  it("says that a field is optional, and keeps a hidden label for screen readers", () => {
    const html = renderToStaticMarkup(<TextField hideLabel label="Find" optional />);
    expect(html).toContain("Find");
    expect(html).toContain("(optional)");
    expect(attribute(html, "label", "class")).toContain("sr-only");
  });

  it("passes the control's own attributes through", () => {
    const html = renderToStaticMarkup(
      <TextField autoComplete="email" label="Address" name="email" type="email" />,
    );
    expect(html).toMatch(/<input(?=[^>]* name="email")(?=[^>]* type="email")(?=[^>]* autoComplete="email")/);
  });
});
