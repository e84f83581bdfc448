import type { TenantConfig } from "../read-config";

export interface ImportRequest {
  usersFile: string;
  upsert: boolean;
  externalId: string | undefined;
}

export type ImportFormOutcome = { ok: true; request: ImportRequest } | { ok: false; message: string };

const parts = ["users", "connection_id", "upsert", "external_id", "send_completion_email"];

/**
 * Reads the multipart body of an import. The file's content is judged later, when the job runs.
 * Source of the sentences: Auth0 Management API v2, "Create import users job", 400 replies.
 */
export async function readImportForm(
  bytes: Buffer,
  contentType: string,
  connection: TenantConfig["connection"] & { enabled: boolean },
): Promise<ImportFormOutcome> {
  const form = await parseMultipart(bytes, contentType);
  if (!form) return refuse("Payload validation error: 'Invalid multipart payload format'.");
  const problem = findProblem(form, connection);
  if (problem) return refuse(problem);
  const users = form.get("users");
  const usersFile = users instanceof Blob ? await users.text() : "";
  if (usersFile.trim() === "") return refuse("Users file must not be empty.");
  const externalId = form.get("external_id");
  return {
    ok: true,
    request: {
      usersFile,
      upsert: form.get("upsert") === "true",
      externalId: typeof externalId === "string" ? externalId : undefined,
    },
  };
}

function refuse(message: string): ImportFormOutcome {
  return { ok: false, message };
}

async function parseMultipart(bytes: Buffer, contentType: string): Promise<FormData | undefined> {
  if (!contentType.toLowerCase().startsWith("multipart/form-data")) return undefined;
  try {
    return await new Response(new Uint8Array(bytes), {
      headers: { "content-type": contentType },
    }).formData();
  } catch {
    return undefined;
  }
}

function findProblem(form: FormData, connection: { id: string; enabled: boolean }): string | undefined {
  const unknown = [...form.keys()].find((key) => !parts.includes(key));
  if (unknown) return `Payload validation error: 'Additional properties not allowed: ${unknown}'.`;
  if (!(form.get("users") instanceof Blob)) return "Must provide 'users' file as multipart part.";
  const connectionId = form.get("connection_id");
  if (typeof connectionId !== "string") return "Must provide 'connection_id' as multipart part.";
  const pattern = /^con_[A-Za-z0-9]{16}$/;
  if (!pattern.test(connectionId))
    return `Payload validation error: 'String does not match pattern ${pattern.source}' on property connection_id.`;
  if (connectionId !== connection.id) return "The connection does not exist.";
  if (!connection.enabled) return "Connection must be enabled.";
  const notBoolean = ["upsert", "send_completion_email"].find(
    (name) => !["true", "false", null].some((allowed) => form.get(name) === allowed),
  );
  return notBoolean
    ? `Payload validation error: 'Expected type boolean but found type string' on property ${notBoolean}.`
    : undefined;
}
