/**
 * Answers a CSV file that is written while it is read: as fast as the browser takes it, and no further once it hangs up.
 * @param name the file's name; letters, digits, hyphens and dots only
 */
export function csvDownload(name: string, text: AsyncGenerator<string>): Response {
  return new Response(toStream(text), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

function toStream(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await text.return(undefined);
    },
  });
}
