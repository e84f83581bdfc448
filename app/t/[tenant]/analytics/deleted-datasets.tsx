import { AnswerButton } from "@/components/answer-button";
import { Card } from "@/components/card";
import { undeleteDatasetAction } from "./dataset-actions";

type DeletedDatasetsProps = { slug: string; datasets: readonly { id: string; name: string }[] };

/** What was deleted lately and can still be had back. */
export function DeletedDatasets({ slug, datasets }: DeletedDatasetsProps) {
  return (
    <Card
      description="Their files are cleared away a week after."
      id="deleted"
      padding="none"
      title="Deleted lately"
    >
      <ul className="divide-y divide-border">
        {datasets.map(({ id, name }) => (
          <li className="flex items-center gap-3 px-4 py-2.5 sm:px-5" key={id}>
            <bdi className="min-w-0 grow wrap-anywhere">{name}</bdi>
            <AnswerButton
              action={undeleteDatasetAction.bind(null, slug, id)}
              aria-label={`Restore ${name}`}
              size="sm"
            >
              Restore
            </AnswerButton>
          </li>
        ))}
      </ul>
    </Card>
  );
}
