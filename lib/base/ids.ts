import { createHash, randomUUID } from "node:crypto";

/** A fresh random identifier (RFC 9562, version 4). */
export function newId(): string {
  return randomUUID();
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a string from outside has the form of our identifiers. */
export function isId(text: string): boolean {
  return typeof text === "string" && uuid.test(text);
}

/**
 * A stable stand-in for an identifier in logs: the same person gets the same word, and nobody can read
 * who it is without the database.
 */
export function pseudonym(id: string): string {
  return createHash("sha256").update(id).digest("hex").slice(0, 12);
}
