import type { ReactNode } from "react";
import { Body, Container, Head, Html, Preview, Section, Text } from "react-email";

const sans = "Inter, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** Colours of the light letter stand inline, for programs that know no style sheet; these are the dark ones. */
const darkColours = {
  page: "background-color:#0e1112 !important",
  card: "background-color:#15191a !important;border-color:#2a3032 !important",
  panel: "background-color:#1d2224 !important",
  text: "color:#eceeec !important",
  muted: "color:#a1a9a9 !important",
  fill: "background-color:#14788a !important",
  number: "background-color:#10292e !important;color:#58c3d4 !important",
};
const rules = Object.entries(darkColours);
// Sections and the body hand their padding, and the body its colour, to a cell inside.
const cell = ">tbody>tr>td";
// The second form of dark is what Outlook on the web and its apps mark the elements with.
const styleSheet = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  `@media (prefers-color-scheme:dark){${rules.map(([name, rule]) => `.${name}{${rule}}`).join("")}.page>table${cell}{${darkColours.page}}}`,
  rules.map(([name, rule]) => `[data-ogsc] .${name},[data-ogsb] .${name}{${rule}}`).join(""),
  `@media (max-width:480px){.card${cell}{padding:28px 22px !important}}`,
].join("");

export const paragraph = {
  color: "#191c1c",
  fontSize: "15px",
  lineHeight: "24px",
  margin: "0 0 16px",
  overflowWrap: "anywhere",
  wordBreak: "break-word",
} as const;

/**
 * The sheet every letter is written on: the product's name, one card, a note below. Tables inside, colours for
 * light and dark, no pictures and nothing to fetch.
 * @param preview what mailboxes show beside the subject
 */
export function LetterFrame(props: {
  preview: string;
  productName: string;
  note: ReactNode;
  children: ReactNode;
}) {
  return (
    <Html lang="en">
      <Head>
        <meta content="light dark" name="color-scheme" />
        <meta content="light dark" name="supported-color-schemes" />
        <style>{styleSheet}</style>
      </Head>
      <Preview>{props.preview}</Preview>
      <Body className="page" style={{ backgroundColor: "#f7f7f4", fontFamily: sans, margin: 0, padding: 0 }}>
        <Container style={{ maxWidth: "560px", padding: "32px 12px", width: "100%" }}>
          <Text
            className="text"
            style={{ ...paragraph, fontSize: "17px", fontWeight: 600, margin: "0 0 16px 4px" }}
          >
            {props.productName}
          </Text>
          <Section
            className="card"
            style={{
              backgroundColor: "#ffffff",
              border: "1px solid #e3e3dd",
              borderRadius: "12px",
              padding: "36px 40px",
            }}
          >
            {props.children}
          </Section>
          <Text className="muted" style={{ ...paragraph, ...small, margin: "20px 4px 0" }}>
            {props.note}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

export const button = {
  backgroundColor: "#0a6270",
  borderRadius: "8px",
  color: "#ffffff",
  fontSize: "15px",
  fontWeight: 600,
  lineHeight: "20px",
  padding: "13px 22px",
} as const;

export const panel = { backgroundColor: "#f1f1ed", borderRadius: "8px", padding: "14px 16px" } as const;

export const small = { color: "#5b605f", fontSize: "13px", lineHeight: "20px" } as const;
