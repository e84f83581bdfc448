import { Badge } from "@/components/badge";
import { ActionsTh, Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/table";
import { TextLink } from "@/components/text-link";
import { Time } from "@/components/time";
import type { ListedDataset } from "@/lib/analytics/datasets/list-datasets";
import { deleteDatasetAction } from "./dataset-actions";
import { canDiscard, statusWords } from "./dataset-words";
import { DiscardDataset } from "./discard-dataset";
import { SampleBadge } from "./sample-badge";

type DatasetsTableProps = {
  datasets: readonly ListedDataset[];
  home: string;
  slug: string;
  isAdmin: boolean;
};

/** What can be asked, and for admins what is on its way. */
export function DatasetsTable({ datasets, home, slug, isAdmin }: DatasetsTableProps) {
  return (
    <Table caption="Datasets, newest first, sample data last">
      <TableHead>
        <TableRow>
          <Th>Name</Th>
          <Th align="end">Rows</Th>
          <Th>Brought in</Th>
          {isAdmin ? (
            <>
              <Th>State</Th>
              <ActionsTh />
            </>
          ) : null}
        </TableRow>
      </TableHead>
      <TableBody>
        {datasets.map(({ dataset, current, latest }) => {
          const onItsWay = `${home}/${dataset.id}/versions/${latest.id}`;
          const { word, tone, look } = statusOf({ dataset, latest });
          return (
            <TableRow key={dataset.id}>
              <Td className="wrap-anywhere">
                <span className="flex flex-wrap items-center gap-2">
                  <TextLink href={current === null ? onItsWay : `${home}/${dataset.id}`}>
                    <bdi>{dataset.name}</bdi>
                  </TextLink>
                  {dataset.isSample ? <SampleBadge /> : null}
                </span>
              </Td>
              <Td align="end" label="Rows">
                {current?.rows?.toLocaleString("en") ?? "—"}
              </Td>
              <Td label="Brought in">
                <Time value={current?.readyAt ?? dataset.createdAt} />
              </Td>
              {isAdmin ? (
                <>
                  <Td label="State">
                    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                      <Badge tone={tone}>{word}</Badge>
                      {look === null ? null : (
                        <TextLink aria-label={`${look}: ${dataset.name}`} href={onItsWay}>
                          {look}
                        </TextLink>
                      )}
                    </span>
                  </Td>
                  <Td align="end" className="py-1.5" corner>
                    {current === null && canDiscard[latest.status] ? (
                      <DiscardDataset
                        name={dataset.name}
                        remove={deleteDatasetAction.bind(null, slug, dataset.id)}
                      />
                    ) : null}
                  </Td>
                </>
              ) : null}
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

/** Where the version brought in last stands, and what its own page is for; null where there is nothing to see. */
function statusOf({ dataset, latest }: Pick<ListedDataset, "dataset" | "latest">) {
  if (latest.id === dataset.currentVersionId) return { ...statusWords[latest.status], look: null };
  if (latest.status === "ready")
    return { word: "New version waits", tone: "warning", look: "Decide" } as const;
  return statusWords[latest.status];
}
