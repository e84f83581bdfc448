export const dynamic = "force-dynamic";

/** Whether the process lives: an answer is the answer. Asks nobody. */
export function GET(): Response {
  return Response.json({ alive: true }, { headers: { "cache-control": "no-store" } });
}
