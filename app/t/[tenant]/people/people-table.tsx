import { StageBadge } from "@/app/stage-badge";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/table";
import { Time } from "@/components/time";
import { TwoLines } from "@/components/two-lines";
import { now } from "@/lib/base/clock";
import type { Person } from "@/lib/seats/list-people";
import { PersonMenu } from "./person-menu";

type PeopleTableProps = { people: readonly Person[]; slug: string; ownSeatId: string };

/** The people of one page: who, where on the way in, since when, and what can be done. */
export function PeopleTable({ people, slug, ownSeatId }: PeopleTableProps) {
  const at = now();
  return (
    <Table caption="People who hold a seat">
      <TableHead>
        <TableRow>
          <Th>Person</Th>
          <Th>Role</Th>
          <Th>Stage</Th>
          <Th>Invited</Th>
          <Th>First sign-in</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
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
  return (
    <TableRow>
      <Td className="sm:min-w-64">
        <TwoLines
          primary={
            <>
              {seat.name || seat.email}
              {isSelf ? <span className="ml-1.5 font-normal text-muted">(you)</span> : null}
            </>
          }
          secondary={seat.name ? seat.email : undefined}
          strong
        />
      </Td>
      <Td label="Role">{seat.role === "admin" ? "Admin" : "Viewer"}</Td>
      <Td label="Stage">
        <StageBadge now={at} person={person} />
        {letter?.serverSaid && letter.sentAt === null ? (
          <span className="mt-1 block max-w-56 text-muted text-xs [overflow-wrap:anywhere]">
            {letter.serverSaid}
          </span>
        ) : null}
      </Td>
      <Td label="Invited">
        <Time value={seat.invitedAt} />
      </Td>
      <Td label="First sign-in">
        <Time value={seat.activatedAt} />
      </Td>
      <Td align="end" corner>
        <PersonMenu
          email={seat.email}
          name={seat.name || seat.email}
          seatId={seat.id}
          slug={slug}
          stage={seat.stage}
        />
      </Td>
    </TableRow>
  );
}
