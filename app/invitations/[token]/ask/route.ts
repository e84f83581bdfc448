import { takeAsk } from "@/app/take-ask";

/** "Ask for a new one" on a link that ran out. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  return takeAsk(request, (await params).token);
}
