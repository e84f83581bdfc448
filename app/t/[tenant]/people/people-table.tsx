import { roleWords } from "@/app/role-words";
import { StageBadge } from "@/app/stage-badge";
import { ActionsTh, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/table";
import { TextLink } from "@/components/text-link";
import { Time } from "@/components/time";
import { now } from "@/lib/base/clock";
import type { Person } from "@/lib/seats/list-people";
import { PersonMenu } from "./person-menu";
import { PickPerson } from "./selection";

type PeopleTableProps = { people: readonly Person[]; slug: string; ownSeatId: string };

/** The people of one page: who, where on the way in, since when, and what can be done. */
export function PeopleTable({ people, slug, ownSeatId }: PeopleTableProps) {
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
          <PersonRow
            at={at}
            isSelf={person.seat.id === ownSeatId}
            key={person.seat.id}
            person={person}
            slug={slug}
          />
        ))}
      </TableBody>
    </Table>
  );
}

type PersonRowProps = { person: Person; at: Date; slug: string; isSelf: boolean };

function PersonRow({ person, at, slug, isSelf }: PersonRowProps) {
  const { seat, letter } = person;
  const name = seat.name || seat.email;
  return (
    <TableRow>
      <Td className="sm:min-w-64">
        <span className="flex items-start gap-3 stacked:pr-10">
          <span className="mt-0.5 grid size-4.5 shrink-0 print:hidden">
            {isSelf ? null : <PickPerson id={seat.id} name={name} />}
          </span>
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
        <PersonMenu email={seat.email} name={name} seatId={seat.id} slug={slug} stage={seat.stage} />
      </Td>
    </TableRow>
  );
}
