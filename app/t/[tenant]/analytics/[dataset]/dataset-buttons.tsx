"use client";

import { useRouter } from "next/navigation";
import { ButtonLink } from "@/components/button";
import { ConfirmDialog } from "@/components/dialog";
import { FormDialog } from "@/components/form-dialog";
import { TitleField } from "@/components/title-field";
import { type Answer, explainSilence } from "@/lib/base/answer";

type DatasetButtonsProps = {
  home: string;
  dataset: { id: string; name: string; isSample: boolean };
  rename: (name: string) => Promise<Answer>;
  remove: () => Promise<Answer>;
};

/** What an admin can do with a dataset: bring in a new version, name it, delete it. Data of their own is no sample's version. */
export function DatasetButtons({ home, dataset, rename, remove }: DatasetButtonsProps) {
  const router = useRouter();
  return (
    <>
      {dataset.isSample ? null : <ButtonLink href={`${home}/${dataset.id}/replace`}>New version</ButtonLink>}
      <FormDialog
        action={(form) => rename(String(form.get("name")))}
        submit="Save"
        title="Rename the dataset"
        trigger="Rename"
      >
        <TitleField defaultValue={dataset.name} label="Name" name="name" />
      </FormDialog>
      <ConfirmDialog
        action={async () => {
          const answer = await remove().catch(explainSilence);
          if (answer.ok) router.push(home);
          return answer;
        }}
        body="Its charts can't be drawn until it is restored. It can be restored for a week, on the page Analytics."
        confirmLabel="Delete dataset"
        title={
          <>
            Delete <bdi>{dataset.name}</bdi>?
          </>
        }
        tone="danger"
        trigger="Delete"
      />
    </>
  );
}
