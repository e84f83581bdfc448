import { Button, Heading, render, Section, Text } from "react-email";
import { button, LetterFrame, panel, paragraph, small } from "./letter-frame";
import type { Letter } from "./send";

/** The sentences of a letter with one thing to say and one button. Names in them are fit to show. */
export type PlainWords = {
  subject: string;
  title: string;
  greeting: string;
  paragraphs: readonly string[];
  /** What the button says. */
  action: string;
  /** Set apart below the button; null when there is nothing to add. */
  aside: string | null;
  /** Why the reader gets this letter. */
  note: string;
};

/** Writes a letter of some sentences, one button and no list, alike in HTML and in plain text. */
export async function renderPlainLetter(
  words: PlainWords,
  link: string,
  productName: string,
): Promise<Letter> {
  return {
    subject: words.subject,
    html: await render(<PlainSheet link={link} productName={productName} words={words} />),
    text: plainText(words, link, productName),
  };
}

function PlainSheet({ words, link, productName }: { words: PlainWords; link: string; productName: string }) {
  return (
    <LetterFrame note={words.note} preview={words.paragraphs[0] ?? words.title} productName={productName}>
      <Heading as="h1" className="text" style={{ ...paragraph, fontSize: "22px", lineHeight: "30px" }}>
        {words.title}
      </Heading>
      {[words.greeting, ...words.paragraphs].map((text) => (
        <Text className="text" key={text} style={paragraph}>
          {text}
        </Text>
      ))}
      <Section style={{ margin: words.aside === null ? "28px 0 0" : "28px 0" }}>
        <Button className="fill" href={link} style={button}>
          {words.action}
        </Button>
      </Section>
      {words.aside === null ? null : (
        <Section className="panel" style={panel}>
          <Text className="text" style={{ ...paragraph, ...small, color: "#191c1c", margin: 0 }}>
            {words.aside}
          </Text>
        </Section>
      )}
    </LetterFrame>
  );
}

/** The link stands on a line of its own, so that no program breaks it. */
function plainText(words: PlainWords, link: string, productName: string): string {
  return [
    words.title,
    "",
    words.greeting,
    ...words.paragraphs.flatMap((text) => ["", text]),
    "",
    `${words.action}:`,
    link,
    ...(words.aside === null ? [] : ["", words.aside]),
    "",
    words.note,
    "",
    "-- ",
    productName,
    "",
  ].join("\n");
}
