import type { Json } from "../store/connect";

export interface ImportError {
  code: string;
  message: string;
  path?: string;
}

/** A row of the file that was not imported, as it was submitted, and why. */
export interface FailedRow {
  user: Json;
  errors: ImportError[];
}

export interface ImportSummary {
  total: number;
  inserted: number;
  updated: number;
  failed: number;
}

/** A users-imports job as it is stored. */
export interface ImportJob {
  id: string;
  status: "pending" | "completed" | "failed";
  held: boolean;
  external_id: string | null;
  upsert: boolean;
  users_file: string;
  summary: ImportSummary | null;
  errors: FailedRow[] | null;
  status_details: string | null;
  created_at: Date;
}
