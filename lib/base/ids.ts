import { randomUUID } from "node:crypto";

/** A fresh random identifier (RFC 9562, version 4). */
export function newId(): string {
  return randomUUID();
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a string from outside has the form of our identifiers. */
export function isId(text: string): boolean {
  return typeof text === "string" && uuid.test(text);
}
