import type { Page } from "@/lib/base/page";

/** The addresses of the neighbouring pages, made of row ids only. */
export function pageLinks<Row>(path: string, page: Page<Row>, idOf: (row: Row) => string) {
  const [first, last] = [page.rows.at(0), page.rows.at(-1)];
  return {
    previousHref: page.hasPrevious && first !== undefined ? `${path}?before=${idOf(first)}` : undefined,
    nextHref: page.hasNext && last !== undefined ? `${path}?after=${idOf(last)}` : undefined,
  };
}
