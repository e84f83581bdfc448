"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button";

/** The submit button of the form around it: primary, and pending for as long as the form's action runs. */
export function SubmitButton({ pending, variant = "primary", ...rest }: ButtonProps) {
  const status = useFormStatus();
  return <Button {...rest} pending={pending || status.pending} type="submit" variant={variant} />;
}
