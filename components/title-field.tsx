"use client";

import { type ComponentProps, useState } from "react";
import { TextField } from "./field";

type TitleFieldProps = Pick<ComponentProps<"input">, "defaultValue" | "name"> & { label?: string };

/** What a chart, a dashboard or a dataset is called. Sent empty, it says so below itself and takes the focus. */
export function TitleField({ label = "Title", name = "title", defaultValue }: TitleFieldProps) {
  const [error, setError] = useState<string>();
  return (
    <TextField
      autoComplete="off"
      defaultValue={defaultValue}
      dir="auto"
      error={error}
      label={label}
      maxLength={120}
      name={name}
      onChange={() => setError(undefined)}
      onInvalid={(event) => {
        // In place of the browser's own words, which vanish and look different everywhere.
        event.preventDefault();
        setError(`Give it a ${label.toLowerCase()}.`);
        event.currentTarget.focus();
      }}
      // Blanks alone are no title.
      pattern=".*\S.*"
      required
    />
  );
}
