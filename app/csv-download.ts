import type { CsvText } from "@/lib/base/csv-text";

/**
 * Answers a CSV file that is written while it is read: as fast as the browser takes it, and no further once it hangs up.
 * One that is cut off ends as a broken connection does, so that nobody takes the half of it for the whole.
 * @param name the file's name; letters, digits, hyphens and dots only
 */
export function csvDownload(name: string, text: CsvText): Response {
  return new Response(toStream(text), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

function toStream(text: CsvText): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await text.next();
      if (!done) controller.enqueue(encoder.encode(value));
      else if (value === "cut-off") controller.error(new Error("its reader lost the right to it"));
      else controller.close();
    },
    async cancel() {
      await text.return(undefined);
    },
  });
}
