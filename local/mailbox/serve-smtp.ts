import { buffer } from "node:stream/consumers";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { sitOut, type Weather } from "./make-weather";
import type { Store } from "./open-store";

const MOST_BYTES = 25 * 1024 * 1024;

/**
 * Makes the SMTP server that takes every letter: no sign-in, no encryption, for this computer only.
 *
 * @param store where letters are kept
 * @param weather the bad days asked for
 * @returns the server, not yet listening
 */
export function serveSmtp(store: Store, weather: Weather): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    size: MOST_BYTES,
    closeTimeout: 500,
    onRcptTo({ address }, _session, answer) {
      if (weather.strikes("refuse", [address])) answer(reply(550, "5.1.1 No such mailbox here"));
      else if (weather.strikes("defer", [address])) answer(reply(451, "4.7.1 Greylisted, try again later"));
      else answer();
    },
    async onData(stream, session, answer) {
      try {
        const raw = await buffer(stream);
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        const { id } = await store.keep(raw, recipients);
        await sitOut(weather, recipients);
        if (weather.strikes("drop-after-accept", recipients)) hangUp(server, session);
        else answer(null, `2.0.0 Kept as ${id}`);
      } catch (error) {
        console.error(error);
        answer(reply(451, "4.3.0 The mailbox could not keep the message"));
      }
    },
  });
  // A client that goes away in the middle is everyday; the server must outlive it.
  server.on("error", () => {});
  return server;
}

function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** Cuts a session's connection without the answer that its client is waiting for. */
function hangUp(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of server.connections) {
    if (connection.session.id === session.id) connection._socket.destroy();
  }
}
