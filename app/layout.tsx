import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { StyleNonce } from "@/components/style-nonce";
import { ToastProvider } from "@/components/toast";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Analystick", template: "%s · Analystick" },
  description: "Your organisation's analytics, by invitation.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { colorScheme: "light dark" };

// Every page depends on who is looking.
export const dynamic = "force-dynamic";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <StyleNonce />
        <ToastProvider>{children}</ToastProvider>
      </body>
    </html>
  );
}
