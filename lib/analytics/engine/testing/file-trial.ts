import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { BadValueChoice, TableProposal } from "@/lib/base/dataset-file";
import type { CheckTask, ColumnPlan, ImportTask } from "../file-task";
import { type FileTaskSettings, runFileTask } from "../run-file-task";

const settings = { memoryMegabytes: 512, killMegabytes: 1_500, deadlineMs: 120_000 };

/** A folder in which files are brought in as the portal does it, with real children. */
export class FileTrial {
  readonly folder = mkdtempSync(join(tmpdir(), "file-"));
  readonly target = join(this.folder, "stored.parquet");
  readonly prepared = join(this.folder, "prepared");

  write(content: string | Uint8Array): string {
    const path = join(this.folder, "upload");
    writeFileSync(path, content);
    return path;
  }

  check(source: string, more: Partial<CheckTask> = {}, limits: Partial<FileTaskSettings> = {}) {
    const most = { rows: 10_000_000, columns: 200 };
    const task = {
      kind: "check",
      format: "csv",
      source,
      prepared: this.prepared,
      encoding: null,
      most,
    } as const;
    return runFileTask<CheckTask>({ ...task, ...more }, { ...settings, ...limits });
  }

  /** @throws when the file is no table that could be imported */
  async propose(source: string, more: Partial<CheckTask> = {}): Promise<TableProposal> {
    const answer = await this.check(source, more);
    if (!answer.ok || answer.proposal.asks !== "columns") throw new Error(JSON.stringify(answer));
    return answer.proposal;
  }

  bring(
    source: string,
    proposal: TableProposal,
    more: Partial<ImportTask> = {},
    limits: Partial<FileTaskSettings> = {},
  ) {
    return runFileTask<ImportTask>(
      {
        kind: "import",
        format: proposal.delimiter === null ? "parquet" : "csv",
        source: proposal.isPrepared ? this.prepared : source,
        target: this.target,
        delimiter: proposal.delimiter ?? "",
        columns: plans(proposal),
        nullMarkers: proposal.nullMarkers,
        decimalComma: proposal.decimalComma,
        badLines: proposal.badLines.count,
        rows: proposal.rows,
        ...more,
      },
      { ...settings, ...limits },
    );
  }

  /** Asks the stored file, which is the table `d`. Every value as text, as the engine writes it. */
  async read(sql: string): Promise<(string | null)[][]> {
    const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
    const connection = await instance.connect();
    await connection.run(`CREATE VIEW d AS SELECT * FROM read_parquet('${this.target}')`);
    const rows = (await connection.runAndReadAll(sql)).getRowsJson();
    connection.closeSync();
    instance.closeSync();
    return rows.map((row) => row.map((cell) => (cell === null ? null : String(cell))));
  }

  clear(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/**
 * The columns as they are proposed; where the file does not tell, the day comes before the month, and a mark begins a
 * fraction.
 */
export function plans(proposal: TableProposal, onBad: BadValueChoice = "ask"): ColumnPlan[] {
  return proposal.columns.map(({ kind, scale, unclearMark, hasThousands, dates }, place) => ({
    cid: `c${place}`,
    kind: kind ?? "decimal",
    scale,
    mark: unclearMark,
    hasThousands,
    dates: { ...dates, order: dates.order ?? "dmy" },
    onBad,
  }));
}
