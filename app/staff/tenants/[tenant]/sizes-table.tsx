import { Badge } from "@/components/badge";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/table";
import { Time } from "@/components/time";
import type { DatasetSize } from "@/lib/analytics/datasets/list-sizes";

/** A tenant's data by size and state. Staff see into none of it: datasets are numbered. */
export function SizesTable({ sizes }: { sizes: readonly DatasetSize[] }) {
  return (
    <Table caption="Datasets by size">
      <TableHead>
        <TableRow>
          <Th>Dataset</Th>
          <Th align="end">Rows</Th>
          <Th align="end">Stored</Th>
          <Th>State</Th>
          <Th>Changed</Th>
        </TableRow>
      </TableHead>
      <TableBody>
        {sizes.map(({ datasetId, rows, bytes, versions, status, errorCode, isDeleted, changedAt }) => (
          <TableRow key={datasetId}>
            <Td>
              <code className="text-sm">{datasetId.slice(0, 8)}</code>
              <span className="ml-2 text-muted text-sm">
                {versions} {versions === 1 ? "version" : "versions"}
              </span>
            </Td>
            <Td align="end" label="Rows">
              {rows?.toLocaleString("en") ?? "—"}
            </Td>
            <Td align="end" label="Stored">
              {(bytes / 1_048_576).toLocaleString("en", { maximumFractionDigits: 1 })} MB
            </Td>
            <Td label="State">
              <Badge tone={isDeleted ? "neutral" : errorCode === null ? "info" : "danger"}>
                {isDeleted ? "deleted" : (errorCode ?? status)}
              </Badge>
            </Td>
            <Td label="Changed">
              <Time value={changedAt} />
            </Td>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
