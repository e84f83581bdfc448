import { randomBytes, randomInt } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const MAKERS = {
  ownerPassword: () => randomBytes(24).toString("base64url"),
  appPassword: () => randomBytes(24).toString("base64url"),
  queuePassword: () => randomBytes(24).toString("base64url"),
  auth0Password: () => randomBytes(24).toString("base64url"),
  clientId: () => letters(32),
  clientSecret: () => randomBytes(48).toString("base64url"),
  connectionId: () => `con_${letters(16)}`,
  sessionSecret: () => randomBytes(32).toString("hex"),
  invitationSecret: () => randomBytes(32).toString("hex"),
} as const;

export type Secrets = { [name in keyof typeof MAKERS]: string };

/**
 * Reads the local set-up's secrets from `secrets.json` (0600), making those that aren't there yet.
 *
 * @param home data folder of the local set-up
 * @throws Error when the file is there but can't be read
 */
export function loadSecrets(home: string): Secrets {
  const file = join(home, "secrets.json");
  const known = existsSync(file) ? parse(file) : {};
  const secrets: Record<string, string> = {};
  for (const [name, make] of Object.entries(MAKERS)) {
    const kept = known[name];
    secrets[name] = typeof kept === "string" && kept !== "" ? kept : make();
  }
  const text = `${JSON.stringify(secrets, null, 2)}\n`;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return asSecrets(secrets);
}

function parse(file: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Error(
      `${file} can't be read as JSON. Repair it; or remove it together with its folder to begin anew.`,
    );
  }
}

/** Every name of MAKERS was filled in by the loop above. */
function asSecrets(secrets: Record<string, string>): Secrets {
  return secrets as Secrets;
}

function letters(count: number): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  return Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join("");
}
