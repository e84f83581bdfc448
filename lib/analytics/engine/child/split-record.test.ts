import { expect, it } from "vitest";
import { splitRecords } from "./split-record";

it.each([
  [
    "a,b\n1,2\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "a,b\n1,",
    [
      ["a", "b"],
      ["1", ""],
    ],
  ],
  ['"a,""b""\nc",d\n', [['a,"b"\nc', "d"]]],
  ["\na\n\nb\n", [["a"], ["b"]]],
  ['x"y,z\n', [['x"y', "z"]]],
  ['a, "b,c" , d\n', [["a", "b,c", " d"]]],
  ['"",b\n', [["", "b"]]],
  ['a\n"never closed\n', [["a"]]],
])("cuts %j", (text, records) => {
  expect([...splitRecords(text, ",")]).toEqual(records);
});
