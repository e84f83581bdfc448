"use client";

import { Link2 } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";
import { useToast } from "./toast";

/** Copies the address of the page. It shows once scripts run; without them the browser's own bar serves. */
export function CopyLink() {
  const [canCopy, setCanCopy] = useState(false);
  const toast = useToast();
  useEffect(() => setCanCopy(navigator.clipboard !== undefined), []);
  if (!canCopy) return null;
  const copy = () =>
    navigator.clipboard.writeText(window.location.href).then(
      () => toast({ title: "Link copied" }),
      () => toast({ title: "The browser did not allow it. Copy the address from its bar." }),
    );
  return (
    <Button onClick={() => void copy()}>
      <Link2 aria-hidden />
      Copy link
    </Button>
  );
}
