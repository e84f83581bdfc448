/** What the list needs to know about a letter. */
export type Envelope = {
  id: string;
  to: string[];
  from: string;
  subject: string;
  messageId: string;
  /** When it arrived, ISO 8601. */
  at: string;
};

/** A letter with everything a reader or a test may want to see. */
export type Letter = Envelope & {
  text: string;
  html: string;
  /** Every web address in the HTML and in the text, each once, in order. */
  links: string[];
  headers: { name: string; value: string }[];
};
