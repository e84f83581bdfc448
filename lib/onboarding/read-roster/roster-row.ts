export type Role = "viewer" | "editor" | "admin";

type Written = {
  /** The physical line, from 1, on which the record begins. */
  line: number;
  /** The address as it was written, made safe to show. */
  typed: string;
  /** Collapsed, without invisible signs; empty when none was given. */
  name: string;
};

/** A person who can be admitted; `email` is the canonical mailbox. */
export type GoodRow = Written & { email: string; role: Role; problem: null };

/** A record that cannot be admitted as it stands. */
export type BadRow = Written &
  (
    | {
        problem: "missing-address" | "bad-address" | "unsupported-address" | "address-too-long";
        email: null;
        role: Role | null;
      }
    | { problem: "unknown-role"; email: string; role: null; typedRole: string }
    | { problem: "name-too-long"; email: string; role: Role }
    /** `roleThere`: the role that the earlier line gives; that one counts. */
    | { problem: "same-as-line"; email: string; role: Role; sameAs: number; roleThere: Role }
  );

/** Every record of a roster that is not blank is exactly one row. */
export type RosterRow = GoodRow | BadRow;

/** What a column holds; null for one that we do not read. */
export type ColumnMeaning = "email" | "name" | "first-name" | "last-name" | "role";
export type Column = { label: string; meaning: ColumnMeaning | null };

/** One person as written, before anything is judged. */
export type Draft = { line: number; typed: string; name: string; role: string };
