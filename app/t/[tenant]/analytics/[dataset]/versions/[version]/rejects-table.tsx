import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/table";
import type { ProposedColumn, Rejects } from "@/lib/base/dataset-file";

/** Values that do not fit their columns: where they are, and what they are. */
export function RejectsTable({ rejects, columns }: { rejects: Rejects; columns: readonly ProposedColumn[] }) {
  return (
    <Table caption="Values that do not fit">
      <TableHead>
        <TableRow>
          <Th align="end" className="w-24">
            Line
          </Th>
          <Th>Column</Th>
          <Th>Value</Th>
        </TableRow>
      </TableHead>
      <TableBody>
        {rejects.first.map(({ line, column, value }) => (
          <TableRow key={`${line} ${column}`}>
            <Td align="end" label="Line">
              {line}
            </Td>
            <Td className="wrap-anywhere" label="Column">
              <bdi>{columns[column]?.name ?? ""}</bdi>
            </Td>
            <Td className="wrap-anywhere" label="Value">
              <bdi>{value}</bdi>
            </Td>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
