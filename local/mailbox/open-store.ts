import { randomBytes } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Envelope, Letter } from "./letter";
import { readLetter } from "./read-letter";

export type Search = {
  to?: string | undefined;
  part?: string | undefined;
  since?: string | undefined;
  limit?: number | undefined;
};
export type Store = {
  /** Keeps a message; resolves once it is on disk. */
  keep(raw: Buffer, recipients: string[]): Promise<Letter>;
  /** Newest first. `to` is one recipient's address, `part` some of it; `since` an ISO time, that moment included. */
  list(search: Search): Envelope[];
  read(id: string): Letter | undefined;
  clear(): void;
};

/**
 * Opens the folder that keeps the letters: one JSON file each, and an index with one line per letter.
 *
 * @param folder made when it isn't there
 */
export function openStore(folder: string): Store {
  const indexFile = join(folder, "index.jsonl");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let index = readIndex(indexFile);
  return {
    async keep(raw, recipients) {
      const id = `${Date.now().toString(36).padStart(9, "0")}-${randomBytes(6).toString("hex")}`;
      const letter = await readLetter(raw, id, recipients, new Date());
      const file = join(folder, `${id}.json`);
      writeFileSync(`${file}.new`, JSON.stringify(letter), { mode: 0o600 });
      renameSync(`${file}.new`, file);
      const { to, from, subject, messageId, at } = letter;
      appendFileSync(indexFile, `${JSON.stringify({ id, to, from, subject, messageId, at })}\n`, {
        mode: 0o600,
      });
      index.push({ id, to, from, subject, messageId, at });
      return letter;
    },
    list({ to, part, since, limit }) {
      const [address, piece] = [to, part].map((text) => text?.trim().toLowerCase());
      const isMeant = (recipient: string) =>
        (!address || recipient === address) && (!piece || recipient.includes(piece));
      const found = index.filter(
        (entry) =>
          entry.to.some((recipient) => isMeant(recipient.toLowerCase())) &&
          (!since || Date.parse(entry.at) >= Date.parse(since)),
      );
      return found.reverse().slice(0, limit ?? 100);
    },
    read(id) {
      const file = join(folder, `${id}.json`);
      if (!/^[0-9a-z]+-[0-9a-f]+$/.test(id) || !existsSync(file)) return undefined;
      return JSON.parse(readFileSync(file, "utf8"));
    },
    clear() {
      for (const { id } of index) rmSync(join(folder, `${id}.json`), { force: true });
      rmSync(indexFile, { force: true });
      index = [];
    },
  };
}

/** A last line that was cut short by a crash is left out. */
function readIndex(file: string): Envelope[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line) => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}
