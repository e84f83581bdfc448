"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/button";
import { TextField } from "@/components/field";
import { FileField } from "@/components/file-field";
import { FormError } from "@/components/form-error";
import { Progress } from "@/components/progress";
import { useProblemFocus } from "@/components/use-problem-focus";
import { explainSilence } from "@/lib/base/answer";
import { uploadWords } from "./upload-words";

type Begun = { ok: true; datasetId: string; versionId: string } | { ok: false; message: string };

type UploadFormProps = {
  begin: (input: object) => Promise<Begun>;
  /** Null for a new dataset, which is given a name here. */
  datasetId: string | null;
  home: string;
};

type Step = { step: "choose" } | { step: "reads" | "sends"; share: number };

/** Chooses a file and sends it, with its progress; then the page about what to make of it opens. */
export function UploadForm({ begin, datasetId, home }: UploadFormProps) {
  const router = useRouter();
  const [at, setAt] = useState<Step>({ step: "choose" });
  const [problem, setProblem] = useState<{ message: string }>();
  const form = useProblemFocus(problem);
  const [name, setName] = useState("");
  // A second try goes on with the dataset that the first has made.
  const [made, setMade] = useState(datasetId);
  const stop = (message: string) => {
    setAt({ step: "choose" });
    setProblem({ message });
  };
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setProblem(undefined);
    const file = new FormData(event.currentTarget).get("file");
    if (!(file instanceof File) || file.name === "") return stop("Choose a file first.");
    setAt({ step: "reads", share: 0 });
    const typed = name.trim() || file.name.replace(/\.[^.]+$/, "");
    const input = { datasetId: made, name: typed, fileName: file.name, bytes: file.size };
    const begun: Begun = await begin(input).catch((error: unknown) => {
      const { message } = explainSilence(error);
      return { ok: false, message };
    });
    if (!begun.ok) return stop(begun.message);
    setMade(begun.datasetId);
    const { digestFile, sendFile } = await import("./send-file");
    const digest = await digestFile(file, (share) => setAt({ step: "reads", share })).catch(() => null);
    if (digest === null) return stop(uploadWords.unreadable);
    const url = `${home}/uploads/${begun.versionId}`;
    const sent = await sendFile(url, file, digest, (share) => setAt({ step: "sends", share }));
    if (!sent.ok) return stop(uploadWords[sent.word] ?? uploadWords.unreachable);
    router.push(`${home}/${begun.datasetId}/versions/${begun.versionId}`);
  };
  const isBusy = at.step !== "choose";
  return (
    <form className="grid gap-5" method="post" noValidate onSubmit={(event) => void send(event)} ref={form}>
      <FormError message={problem?.message} />
      <FileField
        accept=".csv,.tsv,.txt,.parquet,text/csv"
        disabled={isBusy}
        hint="CSV with commas, semicolons, tabs or bars, or Parquet. Up to 250 MB unless agreed otherwise."
        label="File"
        name="file"
      />
      {made === null ? (
        <TextField
          autoComplete="off"
          dir="auto"
          disabled={isBusy}
          hint="The file's name is taken if you give none."
          label="Name"
          maxLength={120}
          onChange={(event) => setName(event.target.value)}
          optional
          value={name}
        />
      ) : null}
      {isBusy ? (
        <Progress
          label={at.step === "reads" ? "Reading the file" : "Sending the file"}
          max={100}
          value={Math.round(at.share * 100)}
        />
      ) : null}
      <Button className="justify-self-start" pending={isBusy} type="submit" variant="primary">
        Upload
      </Button>
    </form>
  );
}
