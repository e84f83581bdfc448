import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { FormError } from "./form-error";

it("draws nothing when there is nothing wrong", () => {
  expect(renderToStaticMarkup(<FormError errors={[]} message={undefined} />)).toBe("");
});

it("announces the message and leads to the fields", () => {
  const html = renderToStaticMarkup(
    <FormError errors={[{ fieldId: "name", message: "Enter a name." }, { message: "Try again." }]} />,
  );
  expect(html).toMatch(/^<div[^>]* role="alert"/);
  expect(html).toMatch(/<a[^>]* href="#name"[^>]*>Enter a name\.<\/a>/);
  expect(html).toContain("<li>Try again.</li>");
});
