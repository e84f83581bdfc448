import { showName } from "./show-name";

/** The first line of a letter, with the reader's name as they or their admin typed it, or without. */
export function greet(personName: string): string {
  const name = showName(personName);
  return name === "" ? "Hello," : `Hello ${name},`;
}
