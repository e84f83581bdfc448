import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const MODULE = new URL("./ensure-dependencies.mjs", import.meta.url).href;
const LOCK = {
  packages: {
    "": { name: "toy" },
    "node_modules/a": { version: "1.0.0" },
    "node_modules/b": { version: "2.0.0", dev: true },
    "node_modules/c-other": { version: "1.0.0", optional: true, os: ["no-such-system"], cpu: [process.arch] },
    "node_modules/c-ours": { version: "1.0.0", optional: true, os: [process.platform], cpu: [process.arch] },
  },
};
let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "analystick-deps-"));
  writeFileSync(join(project, "package-lock.json"), JSON.stringify(LOCK));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

/** Leaves npm's record of an install that was brought to its end. */
function record(left: string[] = [], versions: Record<string, string> = {}): void {
  const packages: Record<string, unknown> = {};
  for (const [path, entry] of Object.entries(LOCK.packages)) {
    if (!left.includes(path))
      packages[path] = { ...entry, ...(versions[path] ? { version: versions[path] } : {}) };
  }
  mkdirSync(join(project, "node_modules"), { recursive: true });
  const file = join(project, "node_modules", ".package-lock.json");
  writeFileSync(file, JSON.stringify({ packages }));
}

/** Runs the check with an npm that only notes how it was called. */
function ensure(development = true, code = 0): { called: string; status: number | null; said: string } {
  const npm = join(project, "npm.mjs");
  const log = join(project, "called");
  writeFileSync(
    npm,
    `import fs from "node:fs"; fs.writeFileSync(${JSON.stringify(log)}, process.argv.slice(2).join(" "));
    fs.mkdirSync("node_modules", { recursive: true }); process.exit(${code});`,
  );
  const script = `import { ensureDependencies } from ${JSON.stringify(MODULE)}; ensureDependencies(${development});`;
  const done = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, npm_execpath: npm },
  });
  const called = existsSync(log) ? readFileSync(log, "utf8") : "";
  rmSync(log, { force: true });
  return { called, status: done.status, said: done.stdout + done.stderr };
}

test("a fresh clone installs, development packages included, and says so", () => {
  const { called, said, status } = ensure();
  expect(called).toMatch(/^ci --include=dev/);
  expect(said).toContain("Installing what Analystick needs");
  expect(status).toBe(0);
});

test("a complete install is left alone; packages for other systems aren't missed", () => {
  record(["node_modules/c-other"]);
  expect(ensure()).toEqual({ called: "", status: 0, said: "" });
  expect(ensure().called).toBe("");
});

test.each([
  ["a package is missing", () => record(["node_modules/a"])],
  ["this computer's own optional package is missing", () => record(["node_modules/c-ours"])],
  ["a version differs", () => record([], { "node_modules/a": "0.9.0" })],
  ["the install was cut short", () => mkdirSync(join(project, "node_modules/a"), { recursive: true })],
])("it installs anew when %s", (_why, prepare) => {
  prepare();
  expect(ensure().called).toMatch(/^ci/);
});

test("a changed lock file asks for a new install, although the last one succeeded", () => {
  record();
  ensure();
  const changed = { packages: { ...LOCK.packages, "node_modules/a": { version: "1.0.1" } } };
  writeFileSync(join(project, "package-lock.json"), JSON.stringify(changed));
  expect(ensure().called).toMatch(/^ci/);
});

test("production doesn't miss packages that only development needs", () => {
  record(["node_modules/b"]);
  expect(ensure(false).called).toBe("");
  expect(ensure().called).toMatch(/^ci/);
});

test("a failed install ends with a clear line, and is tried again next time", () => {
  const failed = ensure(true, 1);
  expect(failed.status).toBe(1);
  expect(failed.said).toContain("npm could not install the dependencies");
  expect(ensure().called).toMatch(/^ci/);
});
