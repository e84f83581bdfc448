import { describe, expect, it } from "vitest";
import { wordLetterAsked } from "./letter-asked-words";
import { type PlainWords, renderPlainLetter } from "./plain-letter";
import { wordReminder } from "./reminder-words";
import { wordSeatNotice } from "./seat-notice-words";
import { wordSeatsAnswered } from "./seats-answered-words";

const link = "https://portal.example.com/t/initech/seats";
const reader = { personName: "Joanna Dubois", tenantName: "Initech", productName: "Analystick" };
const expiresAt = new Date("2026-11-30T23:05:59Z");
const reminder = (changes = {}) =>
  wordReminder({ ...reader, inviterName: "Peter Gibbons", expiresAt, ...changes });
const notice = (changes = {}) => wordSeatNotice({ ...reader, held: 80, purchased: 100, ...changes });
const answered = (changes = {}) =>
  wordSeatsAnswered({
    ...reader,
    approved: true,
    seats: 15,
    answer: "Enjoy",
    facts: { purchased: 115 },
    ...changes,
  });

const letters: [string, (changes?: object) => PlainWords][] = [
  ["a reminder", reminder],
  ["a seat notice", notice],
  ["a letter about asks", (changes = {}) => wordLetterAsked({ ...reader, ...changes })],
  ["an answer to a request", answered],
];

const render = (words: PlainWords) => renderPlainLetter(words, link, "Analystick");
const body = (html: string) => html.replace(/<!DOCTYPE[^>]*>/, "");

describe.each(letters)("%s", (_what, word) => {
  it("has the link once in each form, on a line of its own in the text, and nothing to fetch", async () => {
    const { html, text } = await render(word());
    for (const form of [body(html), text]) {
      expect(form.split(link)).toHaveLength(2);
      expect(form.match(/https?:\/\//g)).toHaveLength(1);
    }
    expect(text.split("\n")).toContain(link);
    expect(html).not.toMatch(/<img|<script|<link|url\(|@import|@font-face| src=/i);
  });

  it("says every sentence in both forms", async () => {
    const words = word();
    const { html, text } = await render(words);
    const read = body(html)
      .replace(/<[^>]+>/g, "")
      .replaceAll("&#x27;", "'");
    const sentences = [words.title, words.greeting, ...words.paragraphs, words.action, words.note];
    for (const sentence of [...sentences, ...(words.aside === null ? [] : [words.aside])]) {
      expect(read).toContain(sentence);
      expect(text).toContain(sentence);
    }
  });

  it("never lets a name become markup, a link or a line", async () => {
    const evil = { personName: "Click https://evil.example\r\nnow", tenantName: "<b>www.evil.example</b>" };
    const { subject, html, text } = await render(word(evil));
    expect(body(html)).not.toContain("<b>");
    for (const form of [body(html), text]) expect(form.match(/https?:\/\/|www\./gi)).toHaveLength(1);
    expect(subject).not.toMatch(/[\r\n]/);
  });

  it("sets names that run from right to left apart from the sentence, and no others", async () => {
    const { subject, html, text } = await render(word({ tenantName: "קבוצת מלונות (12)" }));
    for (const form of [subject, html, text].filter((one) => one.includes("קבוצת")))
      expect(form).toMatch(/\u2068קבוצת מלונות \(12\)\u2069/);
    expect(text).toContain("\u2068קבוצת");
    expect(text).toMatch(/^Hello Joanna Dubois,$/m);
  });

  it("is readable in dark mailboxes, and does without the reader's name", async () => {
    const { html, text } = await render(word({ personName: " " }));
    expect(html).toMatch(/@media \(prefers-color-scheme:dark\)/);
    expect(text).toMatch(/^Hello,$/m);
  });
});

it("a reminder names the end and who invited", () => {
  expect(reminder().paragraphs.join(" ")).toMatch(
    /Peter Gibbons invited you.*until 30 November 2026, 23:05 UTC/,
  );
});

it.each([
  [{ held: 80 }, "80 of 100 seats of Initech are held", "20 are free"],
  [{ held: 99 }, "99 of 100 seats of Initech are held", "One is free"],
  [{ held: 100 }, "All seats of Initech are held", "None is free"],
  [{ held: 120 }, "All seats of Initech are held", "None is free"],
])("a seat notice says how many are left: %j", (changes, subject, rest) => {
  const words = notice(changes);
  expect(words.subject).toBe(subject);
  expect(words.paragraphs.join(" ")).toContain(rest);
});

it("an answer says which, how many there are now, and the staff's word", () => {
  expect(answered().paragraphs).toEqual([
    "Analystick has approved your request for 15 more seats. Initech now has 115 seats.",
    "“Enjoy”",
  ]);
  const declined = answered({ approved: false, seats: 1, answer: "Call us", facts: { purchased: 1_000 } });
  expect(declined.subject).toBe("Your request for one more seat was declined");
  expect(declined.paragraphs).toEqual([
    "Analystick has declined your request for one more seat. Initech still has 1,000 seats.",
    "“Call us”",
  ]);
  expect(answered({ answer: null }).paragraphs).toHaveLength(1);
});
