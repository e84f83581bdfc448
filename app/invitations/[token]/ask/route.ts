import { takeAsk } from "@/app/take-ask";

/** "Ask for a new one" on a link that ran out. */
export async function POST(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  return takeAsk((await params).token);
}
