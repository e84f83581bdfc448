import { Badge } from "@/components/badge";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/table";
import { Time } from "@/components/time";
import { TwoLines } from "@/components/two-lines";
import type { NamedRequest } from "@/lib/tenants/read-seats";

/** Requests that were answered, the latest first. */
export function RequestHistory({ requests }: { requests: readonly NamedRequest[] }) {
  return (
    <Table caption="Answered requests">
      <TableHead>
        <TableRow>
          <Th>Request</Th>
          <Th>Answer</Th>
          <Th>Asked by</Th>
          <Th>Answered</Th>
        </TableRow>
      </TableHead>
      <TableBody>
        {requests.map((request) => (
          <TableRow key={request.id}>
            <Td className="sm:min-w-56">
              <TwoLines
                primary={`${request.seats.toLocaleString("en-US")} more`}
                secondary={request.reason}
                strong
              />
            </Td>
            <Td className="[overflow-wrap:anywhere]" label="Answer">
              <Badge tone={request.state === "approved" ? "positive" : "neutral"}>
                {request.state === "approved" ? "Approved" : "Declined"}
              </Badge>
              {request.answer ? <span className="mt-1 block text-sm">“{request.answer}”</span> : null}
            </Td>
            <Td className="wrap-anywhere sm:min-w-32" label="Asked by">
              <bdi>{request.askedBy}</bdi>
            </Td>
            <Td label="Answered">
              <Time value={request.answeredAt} />
            </Td>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
