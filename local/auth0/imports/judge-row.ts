import { checkShape, type ShapeProblem } from "../management/check-shape";
import { importUserShape } from "../management/user-fields";
import type { Json, JsonObject } from "../store/connect";
import type { NewUser } from "../users/user-row";
import type { ImportError } from "./import-job";

export type RowOutcome = { ok: true; user: NewUser } | { ok: false; errors: ImportError[] };

export interface SeenRows {
  emails: Set<string>;
  userIds: Set<string>;
}

/**
 * Judges one row of an import file by itself and against the rows before it, and remembers it in `seen`.
 * Source: Auth0, "Bulk User Imports", and error samples of its community.
 */
export function judgeRow(row: Json, seen: SeenRows): RowOutcome {
  const problems = checkShape(importUserShape, row);
  if (problems.length > 0) return { ok: false, errors: problems.map(asImportError) };
  const user = asNewUser(row);
  const beyondUs = ["password_hash", "custom_password_hash", "mfa_factors"].find((key) =>
    Object.hasOwn(user, key),
  );
  if (beyondUs) return refuse("UNSUPPORTED", `The local tenant imports nobody's ${beyondUs}.`);
  const email = user.email.toLowerCase();
  if (seen.emails.has(email))
    return refuse("DUPLICATED_USER", "A user with this email was already provided.");
  if (user.user_id && seen.userIds.has(user.user_id))
    return refuse("DUPLICATED_USER", "A user with this user_id was already provided.");
  seen.emails.add(email);
  if (user.user_id) seen.userIds.add(user.user_id);
  return { ok: true, user };
}

function refuse(code: string, message: string): RowOutcome {
  return { ok: false, errors: [{ code, message }] };
}

function asImportError({ code, message, path }: ShapeProblem): ImportError {
  if (path === undefined) return { code, message };
  const place = path === "email" ? "identities[0].profileData.email" : path;
  return { code, message: `Error in ${place} property - ${message}`, path: place };
}

/** The shape just checked allows exactly the fields of NewUser (and those judged unsupported), each with its type. */
function asNewUser(row: Json): NewUser {
  return row as unknown as NewUser & JsonObject;
}
