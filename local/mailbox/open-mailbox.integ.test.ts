import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findFreePort } from "../launcher/find-free-port";
import type { Letter } from "./letter";
import { type Mailbox, openMailbox } from "./open-mailbox";

let folder: string;
let port: number;
let smtpPort: number;
let mailbox: Mailbox;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "analystick-mailbox-"));
  [port, smtpPort] = [await findFreePort(), await findFreePort()];
  mailbox = await openMailbox({ folder, port, smtpPort });
});
afterEach(async () => {
  await mailbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const address = (path: string) => `http://127.0.0.1:${port}${path}`;
const post = (path: string, body: unknown, headers = {}) =>
  fetch(address(path), { method: "POST", body: JSON.stringify(body), headers });

async function send(
  to: string,
  more: { subject?: string; html?: string; text?: string } = {},
): Promise<string> {
  const transport = createTransport({ host: "127.0.0.1", port: smtpPort, connectionTimeout: 5000 });
  const letter = { from: "Analystick <letters@analystick.example>", subject: "Hello", text: "Text", ...more };
  try {
    return (await transport.sendMail({ ...letter, to })).messageId;
  } finally {
    transport.close();
  }
}

async function letters(query = ""): Promise<Letter[]> {
  const answer = await fetch(address(`/api/letters${query}`));
  const { letters: found }: { letters: Letter[] } = await answer.json();
  return found;
}

test("a letter sent over SMTP is found by its recipient, with text, HTML, links and headers", async () => {
  const html = `<p>Hi</p><a href="http://localhost:3000/invitations/abc?x=1&amp;y=2">Open</a>`;
  const messageId = await send("Ada@Initech.example", { subject: "Grüße", html });
  await send("bob@initech.example");
  const [letter, ...others] = await letters("?to=ada@initech.example");
  expect(others).toEqual([]);
  expect(letter).toMatchObject({
    to: ["Ada@initech.example"],
    subject: "Grüße",
    messageId,
    html,
    text: "Text",
  });
  expect(letter?.links).toEqual(["http://localhost:3000/invitations/abc?x=1&y=2"]);
  expect(letter?.headers).toContainEqual({ name: "To", value: "Ada@initech.example" });
  expect(await (await fetch(address(`/api/letters/${letter?.id}`))).json()).toEqual(letter);
});

test("letters come newest first, survive a restart, can be asked for since a time, and cleared", async () => {
  await send("a@x.example", { subject: "first" });
  const [first] = await letters();
  await send("a@x.example", { subject: "second" });
  await mailbox.close();
  mailbox = await openMailbox({ folder, port, smtpPort });
  expect((await letters()).map(({ subject }) => subject)).toEqual(["second", "first"]);
  const later = new Date(Date.parse(first?.at ?? "") + 1).toISOString();
  expect((await letters(`?since=${later}`)).map(({ subject }) => subject)).toEqual(["second"]);
  expect((await fetch(address("/api/letters"), { method: "DELETE" })).status).toBe(204);
  expect(await letters()).toEqual([]);
});

test("the page finds letters by a part of the address, the API by the whole of it", async () => {
  await send("ada.lovelace@initech.example", { subject: "To Ada" });
  await send("bob@globex.example", { subject: "To Bob" });
  const page = await (await fetch(address("/?to=LOVE"))).text();
  expect(page).toContain("To Ada");
  expect(page).not.toContain("To Bob");
  expect(await letters("?part=initech")).toHaveLength(1);
  expect(await letters("?to=lovelace")).toHaveLength(0);
});

test("bounce.example is refused for good and greylist.example for now; neither letter is kept", async () => {
  await expect(send("x@bounce.example")).rejects.toMatchObject({ responseCode: 550 });
  await expect(send("x@greylist.example")).rejects.toMatchObject({ responseCode: 451 });
  expect(await letters()).toEqual([]);
});

test("bad weather strikes whom it should, as often as it should", async () => {
  await post("/api/weather", { kind: "defer", to: "^ada@", times: 1 });
  await send("bob@x.example");
  await expect(send("ada@x.example")).rejects.toMatchObject({ responseCode: 451 });
  await send("ada@x.example");
  await post("/api/weather", { kind: "refuse" });
  await expect(send("bob@x.example")).rejects.toMatchObject({ responseCode: 550 });
  await fetch(address("/api/weather"), { method: "DELETE" });
  await send("bob@x.example");
  expect(await letters()).toHaveLength(3);
});

test("drop-after-accept keeps the letter, and its sender never hears the 250", async () => {
  await post("/api/weather", { kind: "drop-after-accept", times: 1 });
  await expect(send("ada@x.example")).rejects.toThrow();
  expect(await letters()).toHaveLength(1);
});

test("delay holds the 250 back", async () => {
  await post("/api/weather", { kind: "delay", times: 1, ms: 400 });
  const began = Date.now();
  await send("ada@x.example");
  expect(Date.now() - began).toBeGreaterThanOrEqual(400);
});

test("weather that makes no sense is refused with the reason", async () => {
  for (const body of [{ kind: "storm" }, { kind: "refuse", to: "(" }, { kind: "refuse", times: 0 }, "x"]) {
    const answer = await post("/api/weather", body);
    expect(answer.status).toBe(400);
    expect((await answer.json()).error).not.toBe("");
  }
});

test("another Host and another origin are refused", async () => {
  const foreign = await new Promise<number | undefined>((resolve) => {
    const headers = { Host: `evil.example:${port}` };
    request(address("/api/letters"), { headers }, ({ statusCode }) => resolve(statusCode)).end();
  });
  expect(foreign).toBe(403);
  expect((await post("/api/weather", { kind: "refuse" }, { Origin: "https://evil.example" })).status).toBe(
    403,
  );
  expect(
    (await post("/api/weather", { kind: "refuse" }, { Origin: `http://localhost:${port}` })).status,
  ).toBe(201);
});

test("a letter's own HTML can run nothing and is shown in a frame without rights", async () => {
  await send("ada@x.example", {
    subject: "<script>alert(1)</script>",
    html: "<script>alert(2)</script><p>Hi</p>",
  });
  const [letter] = await letters();
  const page = await (await fetch(address(`/letters/${letter?.id}`))).text();
  expect(page).toContain(`sandbox="allow-popups allow-popups-to-escape-sandbox"`);
  expect(page).not.toContain("<script>alert");
  expect(await (await fetch(address("/"))).text()).not.toContain("<script>alert");
  const body = await fetch(address(`/letters/${letter?.id}/body`));
  const policy = body.headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/);
  expect(policy).not.toContain("allow-scripts");
  expect(await body.text()).toContain(`<base target="_blank">`);
});
