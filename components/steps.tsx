import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names";

/** `unsaid`: it is not known how this step stands, so nothing is said of it. */
export type StepState = "done" | "current" | "todo" | "unsaid";

export type Step = { title: string; state: StepState; description?: ReactNode };

const spoken = { done: "Done: ", current: "Now: ", todo: "To do: " } as const;

const markLook: Record<StepState, string> = {
  done: "border-accent-fill bg-accent-fill text-on-fill",
  current: "border-accent text-accent",
  todo: "border-border-strong text-muted",
  unsaid: "border-border-strong text-muted",
};

/** A short walk in a fixed order: what is behind, where one stands, what is left. */
export function Steps({
  label,
  steps,
  className,
}: {
  label: string;
  steps: readonly Step[];
  className?: string | undefined;
}) {
  return (
    <ol aria-label={label} className={cn("grid", className)}>
      {steps.map((step, index) => (
        <li
          aria-current={step.state === "current" ? "step" : undefined}
          className="group/step grid grid-cols-[auto_1fr] gap-x-3"
          key={step.title}
        >
          <span aria-hidden className="grid grid-rows-[auto_1fr] justify-items-center">
            <span
              className={cn(
                "grid size-6 place-items-center rounded-full border-2 font-semibold text-xs tabular-nums",
                markLook[step.state],
              )}
            >
              {step.state === "done" ? <Check className="size-3.5" strokeWidth={3} /> : index + 1}
            </span>
            <span className="my-1 min-h-2 w-0.5 bg-border group-last/step:hidden" />
          </span>
          <div className="pb-4 group-last/step:pb-0">
            <p className={cn("pt-0.5 font-medium", step.state === "todo" && "text-muted")}>
              {step.state === "unsaid" ? null : <span className="sr-only">{spoken[step.state]}</span>}
              {step.title}
            </p>
            {step.description ? <div className="text-muted text-sm">{step.description}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
