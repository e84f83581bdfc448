import { greet } from "./greet";
import type { PlainWords } from "./plain-letter";
import { showName } from "./show-name";

const LONGEST_ANSWER = 500;
const number = (value: number) => value.toLocaleString("en-US");

/** Finds the words that tell an admin what became of their request for seats. */
export function wordSeatsAnswered(answered: {
  personName: string;
  tenantName: string;
  productName: string;
  approved: boolean;
  /** How many more were asked for. */
  seats: number;
  /** The staff's word to it. */
  answer: string | null;
  /** `purchased`: how many there are since. */
  facts: Record<string, number>;
}): PlainWords {
  const { approved, seats, productName, facts } = answered;
  const tenant = showName(answered.tenantName) || "your organisation";
  const asked = seats === 1 ? "one more seat" : `${number(seats)} more seats`;
  const word = showName(answered.answer ?? "", LONGEST_ANSWER);
  const outcome = approved
    ? `${productName} has approved your request for ${asked}. ${tenant} now has ${number(facts.purchased ?? 0)} seats.`
    : `${productName} has declined your request for ${asked}. ${tenant} still has ${number(facts.purchased ?? 0)} seats.`;
  return {
    subject: approved ? `${tenant} has ${asked}` : `Your request for ${asked} was declined`,
    title: approved ? "Your request was approved" : "Your request was declined",
    greeting: greet(answered.personName),
    paragraphs: [outcome, ...(word === "" ? [] : [`“${word}”`])],
    action: "See the seats",
    aside: null,
    note: `You get this letter because you asked for seats for ${tenant}.`,
  };
}
