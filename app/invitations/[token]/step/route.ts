import { takeStep } from "@/app/take-step";

/** The letter's button. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await params;
  return takeStep(request, token, `/invitations/${token}`);
}
