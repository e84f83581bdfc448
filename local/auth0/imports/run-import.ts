import postgres from "postgres";
import { z } from "zod";
import type { Clock } from "../clock";
import type { Database, Json, Queryable } from "../store/connect";
import { insertUser } from "../users/insert-user";
import type { NewUser } from "../users/user-row";
import type { FailedRow, ImportJob, ImportSummary } from "./import-job";
import { judgeRow } from "./judge-row";
import { overwriteUser } from "./overwrite-user";

const notAList = "Failed to parse users file JSON when importing users. Make sure it is valid JSON.";
const exists = { code: "DUPLICATED_USER", message: "The user already exist and upsert parameter is false" };

/**
 * Runs a pending job to its end in one transaction, so that a crash leaves it pending and untouched. Rows that
 * can't be imported are reported and don't fail the job; a file that is no JSON list does, and one with text that
 * PostgreSQL can't hold (a NUL): tried again it would fail for ever, and keep every job behind it waiting.
 */
export async function runImport(db: Database, clock: Clock, id: string): Promise<void> {
  await runInOneTransaction(db, clock, id).catch(async (error: unknown) => {
    if (!isBadData(error)) throw error;
    const end = { status: "failed", status_details: notAList, held: false, users_file: "" };
    await db`update import_jobs set ${db(end)} where id = ${id} and status = 'pending'`;
  });
}

/** PostgreSQL's class 22, "data exception" (PostgreSQL, "Error Codes"). */
function isBadData(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.code.startsWith("22");
}

async function runInOneTransaction(db: Database, clock: Clock, id: string): Promise<void> {
  await db.begin(async (tx) => {
    const [job] = await tx<ImportJob[]>`
      select * from import_jobs where id = ${id} and status = 'pending' for update`;
    if (!job) return;
    const rows = parseFile(job.users_file);
    const end = rows
      ? { status: "completed", ...(await importRows(tx, rows, job.upsert, clock.now())) }
      : { status: "failed", status_details: notAList };
    await tx`update import_jobs set ${tx({ ...end, held: false, users_file: "" })} where id = ${id}`;
  });
}

function parseFile(file: string): Json[] | undefined {
  try {
    return z.array(z.json()).safeParse(JSON.parse(file)).data;
  } catch {
    return undefined;
  }
}

async function importRows(db: Queryable, rows: Json[], upsert: boolean, now: Date) {
  const summary: ImportSummary = { total: rows.length, inserted: 0, updated: 0, failed: 0 };
  const failed: FailedRow[] = [];
  const seen = { emails: new Set<string>(), userIds: new Set<string>() };
  for (const row of rows) {
    const judged = judgeRow(row, seen);
    const fate = judged.ok ? await importUser(db, judged.user, upsert, now) : "failed";
    summary[fate] += 1;
    if (fate === "failed") failed.push({ user: row, errors: judged.ok ? [exists] : judged.errors });
  }
  return {
    summary: db.json({ ...summary }),
    errors: db.json(failed.map((row) => ({ ...row, errors: row.errors.map((error) => ({ ...error })) }))),
  };
}

async function importUser(
  db: Queryable,
  user: NewUser,
  upsert: boolean,
  now: Date,
): Promise<"inserted" | "updated" | "failed"> {
  if (await insertUser(db, user, now)) return "inserted";
  return upsert && (await overwriteUser(db, user, now)) ? "updated" : "failed";
}
