import { Callout } from "@/components/callout";
import { Card } from "@/components/card";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/table";
import type { ProposedColumn, Rejects } from "@/lib/base/dataset-file";

/** Values that do not fit their columns: how many, where, and what they are. Nothing was imported yet. */
export function RejectsTable({ rejects, columns }: { rejects: Rejects; columns: readonly ProposedColumn[] }) {
  const all = rejects.columns.reduce((sum, { count }) => sum + count, 0);
  const name = (place: number) => columns[place]?.name ?? "";
  return (
    <>
      <Callout live title="Some values do not fit their columns" tone="warning">
        {rejects.rows.toLocaleString("en")} {rejects.rows === 1 ? "row holds" : "rows hold"} such values.
        Nothing was imported and nothing is lost: decide below what becomes of them, column by column.
        <ul className="mt-2 list-disc pl-5">
          {rejects.columns.map(({ column, count }) => (
            <li key={column}>
              <bdi>{name(column)}</bdi>: {count.toLocaleString("en")} {count === 1 ? "value" : "values"}
            </li>
          ))}
        </ul>
      </Callout>
      <Card
        padding="none"
        title={rejects.first.length < all ? `The first ${rejects.first.length} of them` : "Where they are"}
      >
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
                  <bdi>{name(column)}</bdi>
                </Td>
                <Td className="wrap-anywhere" label="Value">
                  <bdi>{value}</bdi>
                </Td>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Card>
    </>
  );
}
