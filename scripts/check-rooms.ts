import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkTree } from "./check-rooms/check-tree";
import { readTree } from "./check-rooms/read-tree";
import { describeViolation } from "./check-rooms/violation";

const { values } = parseArgs({ options: { root: { type: "string", default: "." } } });
const tree = readTree(resolve(values.root));
const violations = checkTree(tree);
for (const violation of violations) console.error(describeViolation(violation));

const size = `${tree.files.length} ${tree.files.length === 1 ? "file" : "files"} in ${Object.keys(tree.rooms.rooms).length} rooms`;
if (violations.length === 0) console.log(`Rooms are in order: ${size}.`);
else {
  console.error(`${violations.length} ${violations.length === 1 ? "law is" : "laws are"} broken in ${size}.`);
  process.exitCode = 1;
}
