import type { LinkHolder } from "@/lib/access/enter-by-link";
import { readAuth0User } from "@/lib/auth0/read-user";
import { decideStep, type Step } from "./decide-step";
import { readLink } from "./read-link";

/**
 * Says which step is next for somebody who has just come back from Auth0, by asking Auth0. Changes nothing.
 * @returns null when Auth0 is not to be had just now, or the link's door is shut
 */
export async function lookAhead({ file }: LinkHolder): Promise<Step | null> {
  const { user } = file;
  if (readLink(file) !== "open" || user === null || user.auth0UserId === null) return null;
  const auth0User = await readAuth0User(user.auth0UserId, { urgent: true });
  return auth0User.ok ? decideStep(user, auth0User.value) : null;
}
