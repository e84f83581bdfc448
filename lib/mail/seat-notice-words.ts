import { greet } from "./greet";
import type { PlainWords } from "./plain-letter";
import { showName } from "./show-name";

const number = (value: number) => value.toLocaleString("en-US");

/** Finds the words that tell an admin how few seats are left. */
export function wordSeatNotice(notice: {
  personName: string;
  tenantName: string;
  productName: string;
  /** 80, 95 or 100. */
  level: number;
  held: number;
  purchased: number;
}): PlainWords {
  const { level, held, purchased, productName } = notice;
  const tenant = showName(notice.tenantName) || "Your organisation";
  const free = purchased - held;
  const state =
    free > 0
      ? `${tenant} holds ${number(held)} of its ${number(purchased)} seats on ${productName}. ${free === 1 ? "One is" : `${number(free)} are`} free.`
      : `${tenant} holds ${number(held)} seats on ${productName}, of ${number(purchased)} purchased. None is free.`;
  const consequence =
    free > 0
      ? "When they are all held, nobody new can be invited until a seat is taken back or more are purchased."
      : "Nobody loses their seat, but nobody new can be invited until a seat is taken back or more are purchased.";
  return {
    subject:
      level === 100 ? `All seats of ${tenant} are held` : `${level}% of the seats of ${tenant} are held`,
    title: level === 100 ? "All your seats are held" : `${level}% of your seats are held`,
    greeting: greet(notice.personName),
    paragraphs: [state, consequence],
    action: "See the seats or ask for more",
    aside: null,
    note: `You get this letter because you are an admin of ${tenant}. It comes once when 80%, 95% and 100% of the seats are held.`,
  };
}
