"use client";

import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { Toast } from "radix-ui";
import { createContext, type ReactNode, use, useMemo, useState } from "react";
import { Button } from "./button";
import { cn } from "./class-names";

export type ToastTone = "neutral" | "positive" | "danger";

export type ToastMessage = { title: string; description?: string | undefined; tone?: ToastTone | undefined };

export type ShowToast = (message: ToastMessage) => void;

const ShowToastContext = createContext<ShowToast | undefined>(undefined);

const icons = {
  neutral: <Info aria-hidden className="text-muted" />,
  positive: <CircleCheck aria-hidden className="text-positive" />,
  danger: <CircleAlert aria-hidden className="text-danger" />,
} as const;

/** Gives everything inside it `useToast`. One, near the root of the pages. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly (ToastMessage & { id: string })[]>([]);
  const show = useMemo<ShowToast>(
    () => (message) => setToasts((now) => [...now.slice(-2), { ...message, id: crypto.randomUUID() }]),
    [],
  );
  const drop = (id: string) => setToasts((now) => now.filter((toast) => toast.id !== id));
  return (
    <ShowToastContext value={show}>
      <Toast.Provider label="Notification">
        {children}
        {toasts.map((toast) => (
          <ToastCard key={toast.id} onClose={() => drop(toast.id)} {...toast} />
        ))}
        <Toast.Viewport className="fixed right-0 bottom-0 z-50 grid w-full max-w-sm gap-2 p-4 print:hidden" />
      </Toast.Provider>
    </ShowToastContext>
  );
}

/**
 * Returns the function that shows a short message in the corner for some seconds; it is read out politely.
 * Throws when no ToastProvider is above.
 */
export function useToast(): ShowToast {
  const show = use(ShowToastContext);
  if (!show) throw new Error("useToast needs a ToastProvider above it.");
  return show;
}

function ToastCard({
  title,
  description,
  tone = "neutral",
  onClose,
}: ToastMessage & { onClose: () => void }) {
  return (
    <Toast.Root
      className={cn(
        "flex animate-appear gap-3 rounded-lg border border-border bg-raised p-3 shadow-raised [&>svg]:mt-0.5 [&>svg]:size-4.5 [&>svg]:shrink-0",
      )}
      duration={tone === "danger" ? 10_000 : 5_000}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      type="background"
    >
      {icons[tone]}
      <div className="grid min-w-0 grow gap-0.5 wrap-anywhere">
        <Toast.Title className="font-medium">{title}</Toast.Title>
        {description ? (
          <Toast.Description className="text-muted text-sm">{description}</Toast.Description>
        ) : null}
      </div>
      <Toast.Close asChild>
        <Button aria-label="Dismiss" className="-my-0.5 px-1.5" size="sm" variant="ghost">
          <X aria-hidden />
        </Button>
      </Toast.Close>
    </Toast.Root>
  );
}
