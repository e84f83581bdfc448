import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Progress } from "./progress";

it("states how far it has come", () => {
  const html = renderToStaticMarkup(<Progress label="Letters" max={8} value={6} />);
  expect(html).toMatch(/role="progressbar"/);
  expect(html).toContain('aria-valuenow="6"');
  expect(html).toContain('aria-valuemax="8"');
  expect(html).toContain("75%");
});

it("claims no value while that is unknown", () => {
  const html = renderToStaticMarkup(<Progress label="Letters" />);
  expect(html).not.toMatch(/aria-value|%/);
});

it("never rounds an unfinished job up to 100%", () => {
  expect(renderToStaticMarkup(<Progress label="Letters" max={1000} value={999} />)).toContain("99%");
});
