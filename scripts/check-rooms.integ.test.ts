import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

const repository = join(import.meta.dirname, "..");
let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rooms-"));
  mkdirSync(join(root, "db"));
  const rooms: object = JSON.parse(readFileSync(join(repository, "rooms.json"), "utf8"));
  writeFileSync(join(root, "rooms.json"), JSON.stringify({ ...rooms, doors: {} }));
});
afterEach(() => rmSync(root, { recursive: true }));

function checkRooms() {
  return spawnSync(process.execPath, ["--import", "tsx", "scripts/check-rooms.ts", "--root", root], {
    cwd: repository,
    encoding: "utf8",
  });
}

it("ends with 1 and one line for each violation", () => {
  writeFileSync(join(root, "db/seats.ts"), `\nimport "@/lib/mail/send";\n`);
  const { status, stderr } = checkRooms();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^db\/seats\.ts:2 imports @\/lib\/mail\/send.*\n1 law is broken in 1 file/);
});

it("ends with 0 on a tidy tree", () => {
  writeFileSync(join(root, "db/seats.ts"), `import postgres from "postgres";\nexport default postgres;\n`);
  const { status, stdout } = checkRooms();
  expect(stdout).toMatch(/^Rooms are in order: 1 file/);
  expect(status).toBe(0);
});
