import { describe, expect, it } from "vitest";
import { type InvitationLetter, renderInvitationLetter } from "./invitation-letter";

const link = "https://portal.example.com/invitations/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6Zm9vYmFy";
const invitation: InvitationLetter = {
  personName: "Priya Raman",
  tenantName: "Initech",
  inviterName: "Joanna Dubois",
  role: "viewer",
  link,
  expiresAt: new Date("2026-11-30T23:05:59Z"),
  productName: "Analystick",
};

/** The letter's two forms; HTML without its doctype, which names a web address of its own. */
async function formsOf(changes: Partial<InvitationLetter> = {}) {
  const { subject, html, text } = await renderInvitationLetter({ ...invitation, ...changes });
  return { subject, html: html.replace(/<!DOCTYPE[^>]*>/, ""), text };
}

/** What a person reads, without markup. */
function wordsOf(html: string): string {
  return html
    .replace(/<(style|title)>.*?<\/\1>/gs, "")
    .replace(/<!--.*?-->/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replace(/\s+/g, " ");
}

describe("the letter of an invitation", () => {
  it("says who invites to what in its subject", async () => {
    expect((await formsOf()).subject).toBe("Joanna Dubois invited you to Initech on Analystick");
  });

  it("does not name the product as inviting to itself", async () => {
    const { subject, text } = await formsOf({ inviterName: "Analystick" });
    expect(subject).toBe("You are invited to Initech on Analystick");
    expect(text).toContain("A seat in Initech on Analystick is waiting for you.");
  });

  it("says where the person lands: admins on the people, viewers in the analytics", async () => {
    expect((await formsOf({ role: "admin" })).text).toMatch(/Sign in\. You land on the people of Initech/);
    expect((await formsOf()).text).toMatch(/Sign in\. You land in the analytics of Initech/);
  });

  it("has the link once in each form, and nothing else that a program could fetch", async () => {
    const { html, text } = await formsOf();
    for (const form of [html, text]) {
      expect(form.split(link)).toHaveLength(2);
      expect(form.match(/https?:\/\//g)).toHaveLength(1);
    }
    expect(html).toContain(`href="${link}"`);
    expect(text.split("\n")).toContain(link);
    expect(html).not.toMatch(/<img|<script|<link|url\(|@import|@font-face| src=/i);
  });

  it("tells the same in both forms: who, what, the steps, the end, and what to do if unexpected", async () => {
    const { html, text } = await formsOf();
    for (const form of [wordsOf(html), text.replace(/\s+/g, " ")]) {
      expect(form).toMatch(/Hello Priya Raman,/);
      expect(form).toMatch(/Joanna Dubois invites you to take a seat in Initech on Analystick/);
      expect(form).toMatch(/role is viewer/);
      expect(form).toMatch(/Confirm.*email address.*Choose a password.*Sign in/);
      expect(form).toMatch(/until 30 November 2026, 23:05 UTC/);
      expect(form).toMatch(/don't forward/);
      expect(form).toMatch(/Didn't expect this\? Then do nothing/);
    }
  });

  it("says what an admin may do", async () => {
    expect((await formsOf({ role: "admin" })).text).toMatch(/role is admin: .*bring in people/);
  });

  it("escapes other people's text", async () => {
    const { html, text } = await formsOf({
      tenantName: '<b>R&D</b> "Ltd"',
      personName: "<script>alert(1)</script>",
      inviterName: "</title><h1>",
    });
    expect(html).not.toMatch(/<b>|<script>|<\/title><h1>/);
    expect(html).toContain("&lt;b&gt;R&amp;D&lt;/b&gt;");
    expect(text).toContain('<b>R&D</b> "Ltd"');
  });

  it("never lets a name become a link, a line or a header", async () => {
    const { subject, html, text } = await formsOf({
      personName: "Click https://evil.example/now\r\n\r\nYour admin",
      inviterName: "Eve\r\nBcc: all@evil.example",
      tenantName: "HTTP://www.evil.example",
    });
    for (const form of [html, text]) expect(form.match(/https?:\/\/|www\./gi)).toHaveLength(1);
    expect(text).toContain("\nHello Click evil.example/now Your admin,\n");
    expect(subject).toBe("Eve Bcc: all@evil.example invited you to evil.example on Analystick");
  });

  it("lets long names wrap and cuts endless ones", async () => {
    const { html, text } = await formsOf({ tenantName: "ü".repeat(5_000) });
    expect(html).toContain("overflow-wrap:anywhere");
    expect(text).toContain(`${"ü".repeat(119)}…`);
    expect(text).not.toContain("ü".repeat(120));
  });

  it("does without names", async () => {
    const { subject, text } = await formsOf({ personName: " ", inviterName: "" });
    expect(subject).toBe("Initech invited you to Initech on Analystick");
    expect(text).toMatch(/^Hello,$/m);
    expect(text).not.toMatch(/undefined|null/);
  });

  it("is readable in dark mailboxes too", async () => {
    const { html } = await formsOf();
    expect(html).toMatch(/name="color-scheme"/);
    expect(html).toMatch(/@media \(prefers-color-scheme:dark\)/);
  });
});
