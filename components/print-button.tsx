"use client";

import { Printer } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";

/** Opens the browser's print window. It shows once scripts run; without them the browser's own menu serves. */
export function PrintButton() {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <Button onClick={() => window.print()}>
      <Printer aria-hidden />
      Print
    </Button>
  );
}
