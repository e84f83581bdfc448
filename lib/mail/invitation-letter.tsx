import { Button, Column, Heading, Row, render, Section, Text } from "react-email";
import { invitationText } from "./invitation-text";
import { type InvitationWords, wordInvitation } from "./invitation-words";
import { button, LetterFrame, panel, paragraph, small } from "./letter-frame";
import type { Letter } from "./send";
import { showName } from "./show-name";

export type InvitationLetter = {
  /** As typed in the roster; empty when there is none. */
  personName: string;
  tenantName: string;
  inviterName: string;
  role: "viewer" | "editor" | "admin";
  /** The person's own link; the letter names it once in each of its forms. */
  link: string;
  expiresAt: Date;
  productName: string;
};

/**
 * Writes the letter of an invitation. Everybody gets the same one, so it can't tell whether the person had an
 * identity before. Names are other people's text: they are escaped, kept to one line, and never become links.
 */
export async function renderInvitationLetter(invitation: InvitationLetter): Promise<Letter> {
  const safe = {
    ...invitation,
    personName: showName(invitation.personName),
    tenantName: showName(invitation.tenantName),
    inviterName: showName(invitation.inviterName),
  };
  const words = wordInvitation(safe);
  return {
    subject: words.subject,
    html: await render(<InvitationSheet link={safe.link} productName={safe.productName} words={words} />),
    text: invitationText(words, safe.link, safe.productName),
  };
}

function InvitationSheet(props: { words: InvitationWords; link: string; productName: string }) {
  const { words, link, productName } = props;
  return (
    <LetterFrame note={words.unexpected} preview={words.offer} productName={productName}>
      <Heading as="h1" className="text" style={{ ...paragraph, fontSize: "22px", lineHeight: "30px" }}>
        {words.title}
      </Heading>
      <Text className="text" style={paragraph}>
        {words.greeting}
      </Text>
      <Text className="text" style={paragraph}>
        {words.offer} {words.roleMeans}
      </Text>
      <Section style={{ margin: "28px 0" }}>
        <Button className="fill" href={link} style={button}>
          {words.action}
        </Button>
      </Section>
      <Text className="text" style={{ ...paragraph, fontWeight: 600, margin: "0 0 12px" }}>
        {words.stepsTitle}
      </Text>
      {words.steps.map((step, index) => (
        <Step key={step} number={index + 1} text={step} />
      ))}
      <Section className="panel" style={{ ...panel, marginTop: "24px" }}>
        <Text className="text" style={{ ...paragraph, ...small, color: "#191c1c", margin: 0 }}>
          <strong>{words.expiry}</strong> {words.personal}
        </Text>
      </Section>
    </LetterFrame>
  );
}

function Step({ number, text }: { number: number; text: string }) {
  return (
    <Row style={{ marginBottom: "10px" }}>
      <Column style={{ verticalAlign: "top", width: "36px" }}>
        <Text className="number" style={badge}>
          {number}
        </Text>
      </Column>
      <Column style={{ verticalAlign: "top" }}>
        <Text className="text" style={{ ...paragraph, margin: 0 }}>
          {text}
        </Text>
      </Column>
    </Row>
  );
}

const badge = {
  backgroundColor: "#e2f0f2",
  borderRadius: "12px",
  color: "#0a6270",
  fontSize: "13px",
  fontWeight: 600,
  height: "24px",
  lineHeight: "24px",
  margin: 0,
  textAlign: "center",
  width: "24px",
} as const;
