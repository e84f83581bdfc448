/** What the mailbox's web server answers. */
export type Reply =
  | { kind: "empty" }
  | { kind: "text"; status: number; text: string }
  | { kind: "json"; status: number; value: unknown }
  /** One of our own pages; the nonce permits its style and script. */
  | { kind: "page"; render: (nonce: string) => string }
  /** A letter's own HTML, which nobody trusts. */
  | { kind: "foreign"; html: string };
