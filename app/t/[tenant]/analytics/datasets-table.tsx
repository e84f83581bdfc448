import { Badge } from "@/components/badge";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/table";
import { TextLink } from "@/components/text-link";
import { Time } from "@/components/time";
import type { ListedDataset } from "@/lib/analytics/datasets/list-datasets";
import { statusWords } from "./dataset-words";

type DatasetsTableProps = { datasets: readonly ListedDataset[]; home: string; isAdmin: boolean };

/** What can be asked, and for admins what is on its way. */
export function DatasetsTable({ datasets, home, isAdmin }: DatasetsTableProps) {
  return (
    <Table caption="Datasets, newest first, sample data last">
      <TableHead>
        <TableRow>
          <Th>Name</Th>
          <Th align="end">Rows</Th>
          <Th>Brought in</Th>
          {isAdmin ? <Th>State</Th> : null}
        </TableRow>
      </TableHead>
      <TableBody>
        {datasets.map(({ dataset, current, latest }) => {
          const onItsWay = `${home}/${dataset.id}/versions/${latest.id}`;
          const isLate = latest.id !== dataset.currentVersionId;
          const { word, tone } = statusWords[latest.status];
          return (
            <TableRow key={dataset.id}>
              <Td className="wrap-anywhere">
                <span className="flex flex-wrap items-center gap-2">
                  <TextLink href={current === null ? onItsWay : `${home}/${dataset.id}`}>
                    <bdi>{dataset.name}</bdi>
                  </TextLink>
                  {dataset.isSample ? <Badge dot={false}>Sample data</Badge> : null}
                </span>
              </Td>
              <Td align="end" label="Rows">
                {current?.rows?.toLocaleString("en") ?? "—"}
              </Td>
              <Td label="Brought in">
                <Time value={current?.readyAt ?? dataset.createdAt} />
              </Td>
              {isAdmin ? (
                <Td label="State">
                  {isLate ? (
                    <TextLink href={onItsWay}>
                      {latest.status === "ready" ? "New version waits" : word}
                    </TextLink>
                  ) : (
                    <Badge tone={tone}>{word}</Badge>
                  )}
                </Td>
              ) : null}
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
