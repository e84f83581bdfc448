import { ChevronDown, CircleAlert } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./class-names";

/** What every field says about itself. */
export type FieldWords = {
  label: ReactNode;
  /** One line under the control: format, unit, consequence. */
  hint?: ReactNode;
  /** What is wrong and what to do; its presence marks the control as invalid. */
  error?: string | undefined;
  /** Adds "(optional)" to the label. Fields are taken as required otherwise. */
  optional?: boolean | undefined;
  /** Keeps the label for screen readers only (a search box beside its button, say). */
  hideLabel?: boolean | undefined;
};

/** Attributes a control must carry to belong to its label, hint and error. */
export type FieldSlot = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

/** The looks shared by one-line controls. */
export const controlLook =
  "block w-full rounded-md border border-border-strong bg-surface px-3 text-base text-text pointer-coarse:text-lg " +
  "hover:border-muted disabled:cursor-not-allowed disabled:bg-subtle disabled:text-muted " +
  "[&[readonly]]:bg-subtle aria-invalid:border-danger";

/** Ids of the hint and the error, as `aria-describedby` wants them; the error is read first. */
export function fieldSlot(id: string, { hint, error }: Pick<FieldWords, "hint" | "error">): FieldSlot {
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return { id, "aria-describedby": describedBy || undefined, "aria-invalid": error ? true : undefined };
}

/** The error and the hint below a control whose slot came from `fieldSlot`. */
export function FieldNotes({ id, hint, error }: Pick<FieldWords, "hint" | "error"> & { id: string }) {
  return (
    <>
      {error ? (
        <p className="flex items-start gap-1.5 text-danger text-sm" id={`${id}-error`}>
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{error}</span>
        </p>
      ) : null}
      {hint ? (
        <p className="text-muted text-sm" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </>
  );
}

export type FieldProps = FieldWords & {
  id?: string | undefined;
  className?: string | undefined;
  /** Draws the control and spreads the slot on it. */
  children: (slot: FieldSlot) => ReactNode;
};

/** Label, control, error and hint, tied together for assistive technology. The control is the caller's. */
export function Field({ id, label, hint, error, optional, hideLabel, className, children }: FieldProps) {
  const ownId = useId();
  const slot = fieldSlot(id ?? ownId, { hint, error });
  return (
    <div className={cn("grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1.5", className)}>
      <label className={cn("font-medium text-sm wrap-anywhere", hideLabel && "sr-only")} htmlFor={slot.id}>
        {label}
        {optional ? <span className="font-normal text-muted"> (optional)</span> : null}
      </label>
      {children(slot)}
      <FieldNotes error={error} hint={hint} id={slot.id} />
    </div>
  );
}

/**
 * One line of text. All `<input>` attributes pass through, so `{...register("email")}` fits as it is.
 * `controlClassName` narrows the control for what is short, and leaves its sentences their room.
 */
export function TextField({
  label,
  hint,
  error,
  optional,
  hideLabel,
  id,
  className,
  controlClassName,
  ...input
}: ComponentProps<"input"> & FieldWords & { controlClassName?: string }) {
  return (
    <Field className={className} {...{ id, label, hint, error, optional, hideLabel }}>
      {(slot) => (
        <input
          type="text"
          {...input}
          {...slot}
          className={cn(controlLook, "h-9 pointer-coarse:h-11", controlClassName)}
        />
      )}
    </Field>
  );
}

/** Several lines of text; `rows` sets the height. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  hideLabel,
  id,
  className,
  ...area
}: ComponentProps<"textarea"> & FieldWords) {
  return (
    <Field className={className} {...{ id, label, hint, error, optional, hideLabel }}>
      {(slot) => <textarea rows={5} {...area} {...slot} className={cn(controlLook, "resize-y py-2")} />}
    </Field>
  );
}

export type SelectOption = { value: string; label: string; disabled?: boolean | undefined };

/** A choice of one among few: the platform's own list, styled. */
export function SelectField({
  label,
  hint,
  error,
  optional,
  hideLabel,
  id,
  className,
  options,
  ...select
}: ComponentProps<"select"> & FieldWords & { options: readonly SelectOption[] }) {
  return (
    <Field className={className} {...{ id, label, hint, error, optional, hideLabel }}>
      {(slot) => (
        <span className="relative block">
          <select
            {...select}
            {...slot}
            className={cn(controlLook, "h-9 appearance-none pr-9 pointer-coarse:h-11")}
          >
            {options.map((option) => (
              <option disabled={option.disabled} key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-3 my-auto size-4 text-muted"
          />
        </span>
      )}
    </Field>
  );
}

/** One yes or no. The whole line is the target. */
export function CheckboxField({
  label,
  hint,
  error,
  id,
  className,
  ...input
}: ComponentProps<"input"> & Pick<FieldWords, "label" | "hint" | "error">) {
  const ownId = useId();
  const slot = fieldSlot(id ?? ownId, { hint, error });
  return (
    <div className={cn("grid gap-1.5", className)}>
      <label className="flex items-start gap-2.5 text-base pointer-coarse:py-2.5" htmlFor={slot.id}>
        <input {...input} {...slot} className="mt-0.5 size-4.5 shrink-0 accent-accent" type="checkbox" />
        <span>{label}</span>
      </label>
      <FieldNotes error={error} hint={hint} id={slot.id} />
    </div>
  );
}
