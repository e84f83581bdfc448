"use client";

import { FileCheck, Upload } from "lucide-react";
import { type ComponentProps, type DragEvent, useState } from "react";
import { cn } from "./class-names";
import { Field, type FieldWords } from "./field";

/**
 * A file chooser that is a drop target. The native input fills the whole box, so choosing, dropping and the
 * file's name are the browser's own and work without JavaScript; script only lights the box up while dragging.
 */
export function FileField({
  label,
  hint,
  error,
  optional,
  hideLabel,
  id,
  className,
  prompt = "Drop a file here, or choose one",
  onChange,
  ...input
}: ComponentProps<"input"> & FieldWords & { prompt?: string | undefined }) {
  const [dragging, setDragging] = useState(false);
  const [isChosen, setIsChosen] = useState(false);
  const light = (on: boolean) => (_event: DragEvent) => setDragging(on);
  return (
    <Field className={className} {...{ id, label, hint, error, optional, hideLabel }}>
      {(slot) => (
        <span className="group relative block" data-dragging={dragging || undefined}>
          <span className="pointer-events-none absolute inset-x-4 top-4 flex items-center gap-2 text-muted">
            {isChosen ? (
              <FileCheck aria-hidden className="size-4.5 shrink-0 text-accent" />
            ) : (
              <Upload aria-hidden className="size-4.5 shrink-0" />
            )}
            <span className="truncate">{isChosen ? "Drop another file here to take its place" : prompt}</span>
          </span>
          <input
            {...input}
            {...slot}
            className={cn(
              "block w-full cursor-pointer rounded-lg border border-border-strong border-dashed bg-surface px-4 pt-13 pb-4",
              "text-sm hover:bg-subtle group-data-dragging:border-accent group-data-dragging:bg-accent-soft aria-invalid:border-danger",
              "file:mr-3 file:h-8 file:rounded-md file:border file:border-border-strong/45 file:bg-surface file:px-3",
              "file:cursor-pointer file:font-medium file:text-text pointer-coarse:file:h-10",
            )}
            onChange={(event) => {
              setIsChosen(event.currentTarget.files?.length !== 0);
              onChange?.(event);
            }}
            onDragEnter={light(true)}
            onDragLeave={light(false)}
            onDrop={light(false)}
            type="file"
          />
        </span>
      )}
    </Field>
  );
}
