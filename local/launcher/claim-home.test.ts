import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimHome } from "./claim-home";
import { identifyProcess } from "./identify-process";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "analystick-home-"));
  mkdirSync(join(home, "run"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function leaveNote(pid: number, identity: string): void {
  writeFileSync(join(home, "run", "launcher.json"), JSON.stringify({ name: "launcher", pid, identity }));
}

test("a folder is claimed once, and can be claimed again after its release", () => {
  const where = "http://localhost:5450";
  const first = claimHome(home, where);
  expect(first.ok).toBe(true);
  expect(claimHome(home, "http://localhost:5470")).toEqual({
    ok: false,
    reason: "taken",
    pid: process.pid,
    where,
  });
  if (first.ok) first.release();
  expect(existsSync(join(home, "run", "launcher.json"))).toBe(false);
  expect(claimHome(home).ok).toBe(true);
});

test("the note of a launcher that is gone is replaced", () => {
  leaveNote(2 ** 22 + 1, "gone");
  expect(claimHome(home).ok).toBe(true);
});

test("a note cut short by a crash is replaced", () => {
  writeFileSync(join(home, "run", "launcher.json"), '{"pid": 12');
  expect(claimHome(home).ok).toBe(true);
});

test("a stranger that was given the old launcher's number does not hold the folder; a living launcher does", () => {
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const pid = other.pid ?? 0;
  leaveNote(pid, identifyProcess(pid) ?? "");
  expect(claimHome(home)).toEqual({ ok: false, reason: "taken", pid });
  leaveNote(pid, "another start time");
  expect(claimHome(home).ok).toBe(true);
  other.kill("SIGKILL");
});
