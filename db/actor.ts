/** Who did something. Every audit row carries one, so "nobody did it" cannot be written down. */
export type Actor =
  | { kind: "person"; userId: string; name: string }
  | { kind: "staff"; userId: string; name: string }
  | { kind: "job"; name: string }
  | { kind: "link"; invitationId: string }
  | { kind: "operator"; command: string };
