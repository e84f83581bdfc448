import { once } from "node:events";
import { makeWeather } from "./make-weather";
import { openStore } from "./open-store";
import { serveSmtp } from "./serve-smtp";
import { serveWeb } from "./serve-web";

export type Mailbox = { close(): Promise<void> };

/**
 * Opens the mailbox: an SMTP server that takes every letter, and a web server that shows them, both on
 * 127.0.0.1 only.
 *
 * @param settings folder of the letters, port of the web server, port of the SMTP server
 * @throws Error when a port is taken
 */
export async function openMailbox(settings: {
  folder: string;
  port: number;
  smtpPort: number;
}): Promise<Mailbox> {
  const store = openStore(settings.folder);
  const weather = makeWeather();
  const web = serveWeb({ store, weather, port: settings.port });
  web.listen(settings.port, "127.0.0.1");
  await once(web, "listening");
  const smtp = serveSmtp(store, weather);
  await once(smtp.listen(settings.smtpPort, "127.0.0.1"), "listening");
  return {
    async close() {
      web.close();
      web.closeAllConnections();
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
    },
  };
}
