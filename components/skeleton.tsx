import { cn } from "./class-names";

/** A grey shape where content will be; give it a size by `className`. Silent for screen readers. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return <span aria-hidden className={cn("block h-4 animate-breathe rounded-md bg-border", className)} />;
}

/** Several lines of not-yet text, the last one shorter. Announces that something is loading. */
export function SkeletonText({ lines = 3, label = "Loading" }: { lines?: number; label?: string }) {
  return (
    <div className="grid gap-2.5" role="status">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => `line ${line}`).map((line, index) => (
        <Skeleton className={index === lines - 1 ? "w-3/5" : "w-full"} key={line} />
      ))}
    </div>
  );
}
