import { expect, it } from "vitest";
import { foldText } from "./fold-text";

it.each([
  ["José Núñez", "jose nunez"],
  ["ÅSA Ängström", "asa angstrom"],
  ["Ｆｕｌｌ", "full"],
  ["ﬁona", "fiona"],
  ["김", "김".normalize("NFKD")],
  ["محمد", "محمد"],
])("%s is found as %s", (typed, folded) => {
  expect(foldText(typed)).toBe(folded);
});
