// The entry of `npm run bench`. Until the dependencies are proved to be there, it and what it imports use nothing but
// Node's own modules.
import { dirname } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "../local/launcher/ensure-dependencies.mjs";
import { ensureNode } from "../local/launcher/ensure-node.mjs";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
ensureNode();
ensureDependencies(true);
const { register } = await import("tsx/esm/api");
register();
await import("./bench/main.ts");
