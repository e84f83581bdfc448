import { Badge } from "@/components/badge";
import { SubmitButton } from "@/components/submit-button";
import { Time } from "@/components/time";
import type { SignedInPlace } from "@/lib/access/list-own-sessions";
import { describeBrowser } from "@/lib/base/describe-browser";
import { endSessionAction } from "./actions";

/** One line for each place, each with its own way out but this one. */
export function SessionList({ sessions }: { sessions: readonly SignedInPlace[] }) {
  return (
    <ul className="divide-y divide-border overflow-hidden rounded-lg border border-border">
      {sessions.map((session) => (
        <li className="flex flex-wrap items-center justify-between gap-3 px-4 py-3" key={session.handle}>
          <div className="min-w-0">
            <p className="font-medium">{describeBrowser(session.userAgent)}</p>
            <p className="text-muted text-sm">
              Since <Time format="datetime" value={session.since} />
            </p>
            {session.isThisOne ? null : (
              <p className="text-muted text-sm">
                Last used <Time format="datetime" value={session.lastSeenAt} />
              </p>
            )}
          </div>
          {session.isThisOne ? (
            <Badge tone="positive">This browser</Badge>
          ) : (
            <SignOutThere session={session} />
          )}
        </li>
      ))}
    </ul>
  );
}

function SignOutThere({ session }: { session: SignedInPlace }) {
  return (
    <form action={endSessionAction}>
      <input name="handle" type="hidden" value={session.handle} />
      <SubmitButton
        aria-label={`Sign out ${describeBrowser(session.userAgent)}`}
        size="sm"
        variant="secondary"
      >
        Sign out
      </SubmitButton>
    </form>
  );
}
