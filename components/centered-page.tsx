import type { ReactNode } from "react";
import { Logo } from "./logo";

export type CenteredPageProps = {
  title: string;
  /** One or two sentences under the title. */
  description?: ReactNode;
  /** The next step: one button, rarely two. */
  actions?: ReactNode;
  /** Small print below the box: whom to ask, who is signed in. */
  footer?: ReactNode;
  children?: ReactNode;
};

/** A page with one thing to say or ask: invitations, being signed out, having nothing to see. */
export function CenteredPage({ title, description, actions, footer, children }: CenteredPageProps) {
  return (
    <div className="mx-auto grid min-h-dvh max-w-md content-start gap-5 px-4 pt-6 pb-10 sm:pt-[14vh]">
      <header>
        <Logo />
      </header>
      <main className="grid min-w-0 gap-4" id="content">
        <div className="grid gap-6 rounded-xl border border-border bg-surface p-5 sm:p-8">
          <div className="grid gap-2">
            <h1 className="text-balance font-semibold text-xl wrap-anywhere">{title}</h1>
            {description ? (
              <div className="text-pretty text-muted wrap-anywhere [&_strong]:text-text">{description}</div>
            ) : null}
          </div>
          {children}
          {actions ? (
            <div className="flex flex-wrap gap-2 *:grow [&>form>button]:w-full">{actions}</div>
          ) : null}
        </div>
        {footer ? <div className="px-1 text-muted text-sm wrap-anywhere">{footer}</div> : null}
      </main>
    </div>
  );
}
