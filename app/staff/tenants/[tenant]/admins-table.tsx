import { StageBadge } from "@/app/stage-badge";
import { ActionsTh, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/table";
import { Time } from "@/components/time";
import { TwoLines } from "@/components/two-lines";
import { now } from "@/lib/base/clock";
import type { Person } from "@/lib/tenants/list-admins";
import { AdminButtons } from "./admin-buttons";

/** A tenant's admins: who, how far they have come, what became of their letter, and what staff can do about it. */
export function AdminsTable({ admins, tenantId }: { admins: readonly Person[]; tenantId: string }) {
  const at = now();
  return (
    <Table caption="Admins of this tenant">
      <TableHead>
        <TableRow>
          <Th>Admin</Th>
          <Th>Stage</Th>
          <Th>Letter</Th>
          <ActionsTh />
        </TableRow>
      </TableHead>
      <TableBody>
        {admins.map((person) => (
          <TableRow key={person.seat.id}>
            <Td className="sm:min-w-56">
              <TwoLines primary={person.seat.name} secondary={person.seat.email} strong />
            </Td>
            <Td label="Stage">
              <StageBadge now={at} person={person} />
            </Td>
            <Td label="Letter">
              <LetterWords person={person} />
            </Td>
            <Td align="end" className="print:hidden">
              <AdminButtons
                name={person.seat.name}
                seatId={person.seat.id}
                stage={person.seat.stage}
                tenantId={tenantId}
              />
            </Td>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** A used letter needs no date to be used by. */
function LetterWords({ person: { seat, letter } }: { person: Person }) {
  if (letter === null) return <>Not written yet</>;
  if (letter.refusedAt !== null) return <TwoLines primary="Refused" secondary={letter.serverSaid} />;
  if (letter.sentAt === null) return <TwoLines primary="On its way" secondary={letter.serverSaid} />;
  if (seat.stage === "active") return <>Used</>;
  return (
    <TwoLines
      primary={
        <>
          Sent <Time value={letter.sentAt} />
        </>
      }
      secondary={
        <>
          Open until <Time value={letter.expiresAt} />
        </>
      }
    />
  );
}
