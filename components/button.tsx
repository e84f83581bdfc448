import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps, MouseEvent } from "react";
import { cn } from "./class-names";
import { PageLink } from "./page-link";
import { Spinner } from "./spinner";

/** The looks of a button, for the rare element that must look like one and can't be one of the three below. */
export const buttonLook = cva(
  [
    "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap",
    "select-none transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-60",
    "aria-busy:cursor-progress aria-busy:opacity-75",
    "[&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent-fill text-on-fill enabled-hover:bg-accent-fill-strong",
        secondary: "border-border-strong/45 bg-surface text-text enabled-hover:bg-subtle",
        ghost: "border-transparent bg-transparent text-text enabled-hover:bg-subtle",
        danger: "border-transparent bg-danger-fill text-on-fill enabled-hover:bg-danger-fill-strong",
      },
      size: {
        sm: "h-7 px-2.5 text-sm pointer-coarse:h-10",
        md: "h-9 px-3.5 text-base pointer-coarse:h-11",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonLook = VariantProps<typeof buttonLook>;

export type ButtonProps = ComponentProps<"button"> & ButtonLook & { pending?: boolean | undefined };

/**
 * A button. `type` is "button" unless said otherwise, so that it never submits a form by surprise.
 * `pending` shows a spinner, says so to screen readers and refuses a second click; the focus stays where it is.
 */
export function Button({ variant, size, pending, onClick, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      className={cn(buttonLook({ variant, size }), className)}
      onClick={pending ? refuse : onClick}
    >
      {pending ? <Spinner /> : null}
      {children}
    </button>
  );
}

/** Not by `disabled`, which would take the focus away from whoever pressed the button by keyboard. */
function refuse(event: MouseEvent): void {
  event.preventDefault();
}

/** A link inside the product that looks like a button (no page reload). */
export function ButtonLink({
  variant,
  size,
  className,
  ...rest
}: ComponentProps<typeof PageLink> & ButtonLook) {
  return <PageLink {...rest} className={cn(buttonLook({ variant, size }), className)} />;
}

/** A plain `<a>` that looks like a button: for routes that must be a full navigation, such as sign-in. */
export function ButtonAnchor({ variant, size, className, ...rest }: ComponentProps<"a"> & ButtonLook) {
  return <a {...rest} className={cn(buttonLook({ variant, size }), className)} />;
}
