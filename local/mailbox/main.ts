import { openMailbox } from "./open-mailbox";

/**
 * Runs the mailbox. Environment: MAILBOX_PORT (web page and API), MAILBOX_SMTP_PORT, MAILBOX_DIR (keeps the
 * letters). Tells a parent that holds an IPC channel `{ ready: true }`, and ends when that channel closes.
 */
async function main(): Promise<void> {
  const mailbox = await openMailbox({
    folder: read("MAILBOX_DIR"),
    port: Number(read("MAILBOX_PORT")),
    smtpPort: Number(read("MAILBOX_SMTP_PORT")),
  });
  const stop = async () => {
    await mailbox.close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
  process.once("disconnect", () => void stop());
  console.log(
    `Mailbox on http://localhost:${read("MAILBOX_PORT")}, SMTP on port ${read("MAILBOX_SMTP_PORT")}.`,
  );
  process.send?.({ ready: true });
}

function read(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set. The mailbox needs MAILBOX_PORT, MAILBOX_SMTP_PORT and MAILBOX_DIR.`);
  return value;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
