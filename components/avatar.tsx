import { cn } from "./class-names";

/** Up to two initials of a name or address, as decoration beside the text that says who it is. */
export function Avatar({ name, className }: { name: string; className?: string | undefined }) {
  const words = name.split(/[\s@._-]+/).filter(Boolean);
  const initials = [words[0], words[1]].map((word) => Array.from(word ?? "")[0] ?? "").join("");
  return (
    <span
      aria-hidden
      className={cn(
        "grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-[0.625rem] text-accent uppercase",
        className,
      )}
    >
      {initials}
    </span>
  );
}
