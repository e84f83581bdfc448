// The entry of `npm start` and `npm run dev`. Until the dependencies are proved to be there, it and what it
// imports use nothing but Node's own modules.
import { dirname } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { ensureDependencies } from "./launcher/ensure-dependencies.mjs";
import { ensureNode } from "./launcher/ensure-node.mjs";
import { followNpm } from "./launcher/follow-npm.mjs";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
ensureNode();
followNpm("local/start.mjs");
ensureDependencies(process.env.NODE_ENV !== "production");
const { register } = await import("tsx/esm/api");
register();
await import("./launcher/main.ts");
