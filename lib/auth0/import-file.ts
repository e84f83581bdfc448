/** One person of an import. `id` is our user's id: Auth0 puts `auth0|` in front of it. */
export type ImportUser = { id: string; mailbox: string; name: string };

/** Auth0 refuses requests above 512,000 bytes; the multipart envelope takes less than 2,000 of them. */
export const MAX_IMPORT_BYTES = 510_000;

/** The JSON array that a users-imports job takes. */
export function importFile(users: ImportUser[]): string {
  return JSON.stringify(users.map(toRecord));
}

/** How many of these users, from the first, fit into one job. */
export function countFitting(users: ImportUser[]): number {
  let bytes = 2;
  for (const [index, user] of users.entries()) {
    bytes += Buffer.byteLength(JSON.stringify(toRecord(user))) + 1;
    if (bytes > MAX_IMPORT_BYTES) return index;
  }
  return users.length;
}

function toRecord(user: ImportUser) {
  const name = user.name === "" ? {} : { name: user.name };
  return { user_id: user.id, email: user.mailbox, email_verified: false, ...name };
}
