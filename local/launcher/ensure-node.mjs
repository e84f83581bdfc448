import process from "node:process";

/** Ends the process with one clear line when this Node.js is older than 20.19. */
export function ensureNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Analystick needs Node.js 20.19 or newer (24 is recommended); this is ${process.versions.node}. ` +
      "Install a newer one from https://nodejs.org and run the command again.",
  );
  process.exit(1);
}
