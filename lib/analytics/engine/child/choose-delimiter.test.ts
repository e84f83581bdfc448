import { expect, it } from "vitest";
import { chooseDelimiter } from "./choose-delimiter";

it.each([
  [",", "a,b\n1,2\n"],
  [";", "a;b\n1,5;2\n3,5;4\n"],
  ["\t", "a\tb\n1,2\t3\n"],
  ["|", "a|b\n1|2\n"],
  [",", "name\nAda\n"],
  [",", 'a,b\n"x;y",1\n"z;w",2\n'],
  [",", "a,b\n1,2\n1\n3,4\n5,6,7\n8,9\n"],
  [";", "a;b;c\n1,2;3;4\n"],
  [null, "a,b;c\n1,2;3\n"],
  [null, "a,b\n1\n2\n3\n4,5\n"],
])("finds %j", (delimiter, text) => {
  expect(chooseDelimiter(text)).toBe(delimiter);
});
