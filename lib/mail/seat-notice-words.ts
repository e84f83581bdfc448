import { greet } from "./greet";
import type { PlainWords } from "./plain-letter";
import { showName } from "./show-name";

const number = (value: number) => value.toLocaleString("en-US");

/** Finds the words that tell an admin how few seats are left. */
export function wordSeatNotice(notice: {
  personName: string;
  tenantName: string;
  productName: string;
  held: number;
  purchased: number;
}): PlainWords {
  const { held, purchased, productName } = notice;
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
  const share = `${number(held)} of ${number(purchased)}`;
  return {
    subject: free > 0 ? `${share} seats of ${tenant} are held` : `All seats of ${tenant} are held`,
    title: free > 0 ? `${share} seats are held` : "All your seats are held",
    greeting: greet(notice.personName),
    paragraphs: [state, consequence],
    action: "See the seats or ask for more",
    aside: null,
    note: `You get this letter because you are an admin of ${tenant}. It comes when 80%, 95% and 100% of the seats are held, once each time.`,
  };
}
