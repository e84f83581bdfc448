import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Button, ButtonAnchor, ButtonLink } from "./button";

it("submits nothing unless told to", () => {
  expect(renderToStaticMarkup(<Button>Show</Button>)).toContain('type="button"');
  expect(renderToStaticMarkup(<Button type="submit">Save</Button>)).toContain('type="submit"');
});

it("refuses a second click and says it is busy while pending", () => {
  const html = renderToStaticMarkup(<Button pending>Save</Button>);
  expect(html).toMatch(/<button(?=[^>]* aria-disabled="true")(?=[^>]* aria-busy="true")/);
  expect(html).toContain("Save");
});

it("keeps links links", () => {
  expect(renderToStaticMarkup(<ButtonLink href="/people">People</ButtonLink>)).toMatch(
    /^<a[^>]* href="\/people"/,
  );
  expect(renderToStaticMarkup(<ButtonAnchor href="/auth/login">Sign in</ButtonAnchor>)).toMatch(
    /^<a[^>]* href="\/auth\/login"/,
  );
});
