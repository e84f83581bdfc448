import { type AddressInfo, createServer, type Server } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const letter = { subject: "Hello", html: "<p>Hello <b>you</b></p>", text: "Hello you" };
const to = "ada@acme.example";
const messageId = "<invitation.1@portal.example.com>";

const running: { close(done: () => void): unknown }[] = [];
let mail: typeof import("./send");
let letters: ParsedMail[];
let recipients: string[];

beforeEach(() => {
  letters = [];
  recipients = [];
});
afterEach(async () => {
  await mail.closeMail();
  for (const server of running.splice(0)) await new Promise<void>((done) => server.close(done));
  vi.unstubAllEnvs();
});

/** Reads the room anew with a mail server at that port; the environment is parsed once for each reading. */
async function connectTo(port: number): Promise<void> {
  vi.resetModules();
  const variables = {
    APP_BASE_URL: "https://portal.example.com",
    DATABASE_URL: "postgres://app:pw@db:5432/analystick",
    AUTH0_DOMAIN: "acme.eu.auth0.com",
    AUTH0_CLIENT_ID: "id",
    AUTH0_CLIENT_SECRET: "secret",
    AUTH0_SECRET: "a".repeat(64),
    AUTH0_CONNECTION_ID: "con_0123456789abcdef",
    INVITATION_SECRET: "b".repeat(64),
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: "Analystick <letters@analystick.example>",
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  mail = await import("./send");
}

async function serve(options: SMTPServerOptions = {}): Promise<void> {
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: ({ address }, _, answer) => {
      recipients.push(address);
      answer();
    },
    onData: (stream, _, answer) => {
      simpleParser(stream).then((parsed) => {
        letters.push(parsed);
        answer();
      }, answer);
    },
    ...options,
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  running.push(server);
  await connectTo(portOf(server.server));
}

/** The server listens on TCP, so its address has a port. */
function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

it("hands the letter over with its own Message-ID, marked as written by a program", async () => {
  await serve();
  const sent = await mail.sendLetter({ to: "Ada@ACME.example", toName: "Ada Lövelace", letter, messageId });
  expect(sent).toEqual({ ok: true, said: expect.stringMatching(/^250 /) });
  expect(recipients).toEqual([to]);
  expect(letters[0]).toMatchObject({
    messageId,
    subject: "Hello",
    html: expect.stringContaining("<b>you</b>"),
  });
  expect(letters[0]?.text?.trim()).toBe("Hello you");
  expect(letters[0]?.from?.text).toBe('"Analystick" <letters@analystick.example>');
  expect(letters[0]?.to).toMatchObject({ value: [{ address: to, name: "Ada Lövelace" }] });
  expect(letters[0]?.headers.get("auto-submitted")).toBe("auto-generated");
});

it("uses one connection for letters one after the other", async () => {
  let connections = 0;
  await serve({
    onConnect: (_, answer) => {
      connections += 1;
      answer();
    },
  });
  for (const n of [1, 2, 3]) await mail.sendLetter({ to, toName: "", letter, messageId: `<${n}@x>` });
  expect(letters.map((parsed) => parsed.messageId)).toEqual(["<1@x>", "<2@x>", "<3@x>"]);
  expect(connections).toBe(1);
});

it("takes 550 as final and keeps the server's words without the address", async () => {
  await serve({ onRcptTo: ({ address }, _, answer) => answer(refusal(550, `5.1.1 <${address}> unknown`)) });
  expect(await mail.sendLetter({ to, toName: "", letter, messageId })).toEqual({
    ok: false,
    reason: "refused",
    retry: false,
    said: "550 5.1.1 <[address]> unknown",
  });
});

it("takes 451 as not now, whether the recipient or the letter gets it", async () => {
  await serve({ onRcptTo: (_, __, answer) => answer(refusal(451, "4.7.1 greylisted")) });
  const deferred = { ok: false, reason: "deferred", retry: true };
  expect(await mail.sendLetter({ to, toName: "", letter, messageId })).toMatchObject(deferred);
  await mail.closeMail();
  await serve({
    onData: (stream, _, answer) => stream.resume().on("end", () => answer(refusal(451, "busy"))),
  });
  expect(await mail.sendLetter({ to, toName: "", letter, messageId })).toMatchObject(deferred);
});

it("does not blame the person when the server refuses our sender", async () => {
  await serve({ onMailFrom: (_, __, answer) => answer(refusal(553, "sender not allowed")) });
  expect(await mail.sendLetter({ to, toName: "", letter, messageId })).toMatchObject({
    reason: "deferred",
    retry: true,
  });
});

it("tells a server that isn't there from one that refuses", async () => {
  const closed = createServer();
  await new Promise<void>((ready) => closed.listen(0, "127.0.0.1", ready));
  const port = portOf(closed);
  await new Promise((done) => closed.close(done));
  await connectTo(port);
  expect(await mail.sendLetter({ to, toName: "", letter, messageId })).toEqual({
    ok: false,
    reason: "unreachable",
    retry: true,
    said: "",
  });
});

/** A server that hangs up where it should greet, or instead of answering a whole letter; it counts these. */
async function serveAndHangUp(moment: "greeting" | "letter"): Promise<{ times: number }> {
  const hangUps = { times: 0 };
  const server = createServer((socket) => {
    const hangUp = () => {
      hangUps.times += 1;
      socket.destroy();
    };
    if (moment === "greeting") return hangUp();
    let heard = "";
    socket.write("220 ready\r\n");
    socket.on("data", (chunk) => {
      heard += chunk;
      if (heard.endsWith("\r\n.\r\n")) hangUp();
      else if (heard.endsWith("DATA\r\n")) socket.write("354 go on\r\n");
      else if (!heard.includes("DATA\r\n")) socket.write("250 fine\r\n");
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  running.push(server);
  await connectTo(portOf(server));
  return hangUps;
}

it.each(["greeting", "letter"] as const)(
  "reports a server that hangs up at the %s, and does not repeat by itself",
  async (moment) => {
    const hangUps = await serveAndHangUp(moment);
    const sent = await mail.sendLetter({ to, toName: "", letter, messageId });
    expect(sent).toMatchObject({ reason: "unreachable", retry: true });
    expect(hangUps.times).toBe(1);
  },
);

it("gives letters that were not begun back when it is closed, and finishes the others", async () => {
  const held: (() => void)[] = [];
  await serve({ onRcptTo: (_, __, answer) => void held.push(answer) });
  const sends = Array.from({ length: 7 }, (_, n) =>
    mail.sendLetter({ to, toName: "", letter, messageId: `<${n}@x>` }),
  );
  await vi.waitFor(() => expect(held).toHaveLength(5));
  await mail.closeMail();
  const givenBack = { ok: false, reason: "unreachable", retry: true, said: "" };
  expect(await Promise.all(sends.slice(5))).toEqual([givenBack, givenBack]);
  for (const answer of held) answer();
  expect((await Promise.all(sends.slice(0, 5))).map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
});

it("lets no header and no second recipient in through names, subjects and addresses", async () => {
  await serve();
  const nasty = "Ada\r\nBcc: eve@evil.example\r\n\r\nBody";
  await mail.sendLetter({ to, toName: nasty, letter: { ...letter, subject: nasty }, messageId });
  expect(recipients).toEqual([to]);
  expect(letters[0]?.headers.has("bcc")).toBe(false);
  expect(letters[0]?.subject).toBe("Ada Bcc: eve@evil.example Body");

  for (const address of [`${to}\r\nRCPT TO:<eve@evil.example>`, `${to},eve@evil.example`, `Ada <${to}>`])
    expect(await mail.sendLetter({ to: address, toName: "", letter, messageId })).toMatchObject({
      reason: "refused",
    });
  await expect(
    mail.sendLetter({ to, toName: "", letter, messageId: "<a@b>\r\nBcc: eve@evil.example" }),
  ).rejects.toThrow(/Message-ID/);
  expect(letters).toHaveLength(1);
});

it("sends again after it was closed", async () => {
  await serve();
  await mail.sendLetter({ to, toName: "", letter, messageId });
  await mail.closeMail();
  expect(await mail.sendLetter({ to, toName: "", letter, messageId })).toMatchObject({ ok: true });
});
