import { expect, test } from "vitest";
import { html } from "./html";

test("strings are escaped, markup and nothing are not", () => {
  const inner = html`<b>${`<script>"'&`}</b>`;
  expect(html`<p>${inner}${undefined}</p>`.text).toBe("<p><b>&#60;script&#62;&#34;&#39;&#38;</b></p>");
});
