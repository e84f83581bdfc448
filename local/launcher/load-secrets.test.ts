import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadSecrets } from "./load-secrets";

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "analystick-secrets-"));
});
afterEach(() => rmSync(home, { recursive: true }));

it("makes every secret at random: no two of them and no two homes are alike", () => {
  const [ours, theirs] = [loadSecrets(home), loadSecrets(join(home, "elsewhere"))];
  const all = [...Object.values(ours), ...Object.values(theirs)];
  expect(new Set(all).size).toBe(all.length);
  for (const secret of all) expect(secret.length).toBeGreaterThanOrEqual(20);
});

it("keeps them, and for their owner alone", () => {
  const made = loadSecrets(home);
  expect(loadSecrets(home)).toEqual(made);
  expect(statSync(join(home, "secrets.json")).mode & 0o777).toBe(0o600);
});
