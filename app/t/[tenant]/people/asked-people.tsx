import { Card } from "@/components/card";
import { Time } from "@/components/time";
import { TwoLines } from "@/components/two-lines";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { listAsked } from "@/lib/onboarding/list-asked";
import { RestoreButton } from "./restore-button";

/** People whose invitation ran out and who asked for a new letter. Draws nothing when nobody did. */
export async function AskedPeople({ caller }: { caller: TenantCaller }) {
  const { people, count } = await listAsked(caller);
  if (count === 0) return null;
  const rest = count - people.length;
  return (
    <Card
      description="Their invitation ran out and their seat was given back. A new letter takes a free seat."
      footer={
        rest > 0 ? <p className="text-muted text-sm">And {rest.toLocaleString("en-US")} more.</p> : null
      }
      title={`${count === 1 ? "1 person" : `${count.toLocaleString("en-US")} people`} asked for a new letter`}
    >
      <ul className="grid gap-3">
        {people.map(({ seatId, name, email, askedAt }) => (
          <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5" key={seatId}>
            <div className="min-w-0">
              <TwoLines
                primary={name || email}
                secondary={
                  <>
                    {name ? `${email}, ` : null}asked on <Time value={askedAt} />
                  </>
                }
              />
            </div>
            <RestoreButton name={name || email} seatId={seatId} slug={caller.slug} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
