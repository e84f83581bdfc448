import { roleWords } from "@/app/role-words";
import { StageBadge } from "@/app/stage-badge";
import { ActionsTh, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/table";
import { TextLink } from "@/components/text-link";
import { Time } from "@/components/time";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { now } from "@/lib/base/clock";
import type { Person } from "@/lib/seats/list-people";
import { PersonMenu } from "./person-menu";
import { PickPerson } from "./selection";
import { whoseSeat } from "./whose-seat";

type PeopleTableProps = {
  people: readonly Person[];
  caller: Pick<TenantCaller, "seatId" | "slug">;
  isOnlyAdmin: boolean;
};

/** The people of one page: who, where on the way in, since when, and what can be done. */
export function PeopleTable({ people, caller, isOnlyAdmin }: PeopleTableProps) {
  const at = now();
  return (
    <Table caption="People">
      <TableHead>
        <TableRow>
          <Th>Person</Th>
          <Th>Role</Th>
          <Th>Stage</Th>
          <Th>Invited</Th>
          <Th>Last sign-in</Th>
          <ActionsTh />
        </TableRow>
      </TableHead>
      <TableBody>
        {people.map((person) => (
          <PersonRow at={at} caller={caller} isOnlyAdmin={isOnlyAdmin} key={person.seat.id} person={person} />
        ))}
      </TableBody>
    </Table>
  );
}

type PersonRowProps = { person: Person; at: Date } & Pick<PeopleTableProps, "caller" | "isOnlyAdmin">;

function PersonRow({ person, at, caller, isOnlyAdmin }: PersonRowProps) {
  const { seat, letter } = person;
  const { slug } = caller;
  const name = seat.name || seat.email;
  const isSelf = seat.id === caller.seatId;
  return (
    <TableRow>
      <Td className="sm:min-w-64">
        <span className="flex items-center gap-3 stacked:items-start stacked:pr-10">
          <PickPerson id={seat.id} name={name} />
          <span className="grid min-w-0">
            <span className="wrap-anywhere">
              <TextLink href={`/t/${slug}/people/${seat.id}`}>
                <bdi>{name}</bdi>
              </TextLink>
              {isSelf ? <span className="ms-1.5 text-muted">(you)</span> : null}
            </span>
            {seat.name ? <span className="text-muted text-sm wrap-anywhere">{seat.email}</span> : null}
          </span>
        </span>
      </Td>
      <Td label="Role">{roleWords[seat.role]}</Td>
      <Td label="Stage">
        <StageBadge now={at} person={person} />
        {letter?.serverSaid && letter.sentAt === null ? (
          <span className="mt-1 block max-w-56 text-muted text-xs wrap-anywhere">{letter.serverSaid}</span>
        ) : null}
      </Td>
      <Td label="Invited">
        <Time value={seat.invitedAt} />
      </Td>
      <Td label="Last sign-in">
        <Time value={seat.lastSignedInAt ?? seat.activatedAt} />
      </Td>
      <Td align="end" corner>
        <PersonMenu
          canRestore={seat.stage === "released" && seat.releaseReason !== "failed"}
          email={seat.email}
          name={name}
          seatId={seat.id}
          slug={slug}
          stage={seat.stage}
          wasIn={seat.activatedAt !== null}
          whose={whoseSeat(caller, seat.id, isOnlyAdmin)}
        />
      </Td>
    </TableRow>
  );
}
