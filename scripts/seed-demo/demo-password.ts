import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const file = path.join(process.env.ANALYSTICK_HOME || ".local", "demo-password");

/** The password of everybody in this installation's demo: random, made once, readable by its owner only. */
export function demoPassword(): string {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const password = `${randomBytes(6).toString("hex")}-Demo1`;
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}
