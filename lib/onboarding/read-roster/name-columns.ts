import type { Column, ColumnMeaning } from "./roster-row";

const labels: Record<ColumnMeaning, string> = {
  email:
    "email emails emailaddress emailaddresses emailid mail mailaddress mailbox workemail businessemail primaryemail companyemail useremail emailadresse mailadresse courriel correo correoelectronico",
  name: "name fullname displayname personname employeename membername nom nombre",
  "first-name": "firstname first givenname forename vorname prenom",
  "last-name": "lastname last surname familyname secondname nachname apellido apellidos",
  role: "role userrole roles accessrole accesslevel access permission permissions rolle rol",
};
const meanings = new Map(
  Object.entries(labels).flatMap(([meaning, words]) =>
    words.split(" ").map((word) => [word, asMeaning(meaning)] as const),
  ),
);

/** The keys of `labels` are exactly the meanings; Object.entries forgets that. */
function asMeaning(key: string): ColumnMeaning {
  return key as ColumnMeaning;
}

/**
 * Reads the first record as a header, in any order, case and punctuation. Of two columns with one meaning
 * the first counts.
 * @returns null when the record is no header: it has no column for addresses, or holds an address itself
 */
export function nameColumns(cells: readonly string[]): Column[] | null {
  if (cells.some((cell) => cell.includes("@"))) return null;
  const taken = new Set<ColumnMeaning>();
  const columns = cells.map((cell) => {
    const meaning = meanings.get(bareWord(cell)) ?? null;
    const isFirst = meaning !== null && !taken.has(meaning);
    if (isFirst) taken.add(meaning);
    return { label: cell.trim(), meaning: isFirst ? meaning : null };
  });
  return taken.has("email") ? columns : null;
}

/** `E-Mail Address` and `e_mail address` are one word; so are `rôle` and `role`. */
function bareWord(label: string): string {
  return label
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}
