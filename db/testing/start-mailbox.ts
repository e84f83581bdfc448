import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "./find-free-port";
import { startService } from "./start-service";

export type TestLetter = { to: string[]; subject: string; messageId: string; links: string[] };

export type TestMailbox = {
  smtp: string;
  smtpPort: number;
  /** Every letter that came, newest first; with an address, those to it. */
  letters(to?: string): Promise<TestLetter[]>;
  /** Bad days of the mail server: `refuse`, `defer`, `drop-after-accept` or `delay`. */
  weather(front: { kind: string; to?: string; times?: number; ms?: number }): Promise<void>;
  stop(): Promise<void>;
};

/** Starts the local mailbox with a folder of its own. */
export async function startMailbox(): Promise<TestMailbox> {
  const folder = mkdtempSync(join(tmpdir(), "mailbox-"));
  const [port, smtpPort] = [await findFreePort(), await findFreePort()];
  const service = await startService(["local/mailbox/main.ts"], {
    MAILBOX_PORT: String(port),
    MAILBOX_SMTP_PORT: String(smtpPort),
    MAILBOX_DIR: folder,
  });
  const api = `http://localhost:${port}/api`;
  return {
    smtp: `smtp://127.0.0.1:${smtpPort}`,
    smtpPort,
    async letters(to) {
      const query = new URLSearchParams({ limit: "1000", ...(to === undefined ? {} : { to }) });
      return asLetters(await (await fetch(`${api}/letters?${query}`)).json());
    },
    async weather(front) {
      const reply = await fetch(`${api}/weather`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(front),
      });
      if (!reply.ok) throw new Error(`the mailbox refused the weather: ${await reply.text()}`);
    },
    async stop() {
      await service.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The mailbox's API answers its letters in this form (local/mailbox/letter). */
function asLetters(reply: unknown): TestLetter[] {
  return (reply as { letters: TestLetter[] }).letters;
}
