import { type PlainPageProps, plainPage } from "./plain-page";

/** Answers with a whole page that needs no script and that nobody keeps. */
export function answerPlainly(
  status: number,
  page: PlainPageProps,
  headers: Record<string, string> = {},
): Response {
  return new Response(plainPage(page), {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", ...headers },
  });
}
