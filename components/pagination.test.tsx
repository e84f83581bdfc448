import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Pagination } from "./pagination";

const links = (html: string) => Array.from(html.matchAll(/<a[^>]* href="([^"]+)"/g), (match) => match[1]);

describe("Pagination", () => {
  it("links to both neighbours and says what is on view", () => {
    const html = renderToStaticMarkup(
      <Pagination nextHref="?after=b" previousHref="?before=a" summary="51–100 of 1,204" />,
    );
    expect(links(html)).toEqual(["?before=a", "?after=b"]);
    expect(html).toContain("51–100 of 1,204");
  });

  it("offers no link back on the first page", () => {
    const html = renderToStaticMarkup(<Pagination nextHref="?after=b" />);
    expect(links(html)).toEqual(["?after=b"]);
    expect(html).toMatch(/<span aria-disabled="true"[^>]*>(?:(?!<\/span>).)*Previous/);
  });

  it("offers no link on at the end", () => {
    expect(links(renderToStaticMarkup(<Pagination previousHref="?before=a" />))).toEqual(["?before=a"]);
  });
});
