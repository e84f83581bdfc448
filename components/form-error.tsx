import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names";

export type FormErrorItem = {
  message: string;
  /** Id of the field it is about: the message becomes a link that moves there. */
  fieldId?: string | undefined;
};

export type FormErrorProps = {
  title?: ReactNode;
  /** One sentence about the whole form. */
  message?: string | undefined;
  /** What is wrong with single fields. */
  errors?: readonly FormErrorItem[] | undefined;
  className?: string | undefined;
};

/** Why the form was not accepted, announced when it appears. Draws nothing when there is nothing to say. */
export function FormError({ title = "That didn't work", message, errors = [], className }: FormErrorProps) {
  if (!message && errors.length === 0) return null;
  return (
    <div
      className={cn("flex gap-3 rounded-lg border border-danger/35 bg-danger-soft p-3 text-base", className)}
      role="alert"
      tabIndex={-1}
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4.5 shrink-0 text-danger" />
      <div className="grid min-w-0 gap-1 wrap-anywhere">
        <p className="font-medium">{title}</p>
        {message ? <p>{message}</p> : null}
        {errors.length > 0 ? (
          <ul className="grid list-disc gap-0.5 pl-4.5">
            {errors.map((error) => (
              <li key={`${error.fieldId ?? ""} ${error.message}`}>
                {error.fieldId ? (
                  <a className="underline underline-offset-3" href={`#${error.fieldId}`}>
                    {error.message}
                  </a>
                ) : (
                  error.message
                )}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
