import { checkClientFiles } from "./check-client-files";
import { checkDirections } from "./check-directions";
import { checkDoors } from "./check-doors";
import { checkHomes } from "./check-homes";
import { checkNames } from "./check-names";
import { checkSwitch } from "./check-switch";
import { findCycles } from "./find-cycles";
import type { Tree } from "./read-tree";
import type { Violation } from "./violation";

const laws = [checkDirections, checkClientFiles, findCycles, checkHomes, checkDoors, checkSwitch, checkNames];

/** Holds every law against a checkout; the violations come sorted by file and line. */
export function checkTree(tree: Tree): Violation[] {
  const found = laws.flatMap((law) => law(tree));
  return found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}
