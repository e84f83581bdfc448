import { recordAudit } from "@/db/audit";
import { findVersion, holdPlace, insertColumns, listKnownColumns, moveVersion } from "@/db/dataset-versions";
import type { DatasetVersion } from "@/db/datasets";
import { inPlatform, type PlatformTx } from "@/db/in-platform";
import type { PlatformScope } from "@/db/scope";
import type { Rejects, TableProposal } from "@/lib/base/dataset-file";
import { log } from "@/lib/base/log";
import type { StationOutcome } from "@/lib/base/station-outcome";
import type { ColumnPlan, FileImported } from "../engine/file-task";
import { runFileTask } from "../engine/run-file-task";
import { removeUpload, storeHere, uploadPaths } from "../store-here";
import { listChangedColumns } from "./list-changed-columns";
import { planColumns } from "./plan-columns";
import { readOptions, readProposal } from "./read-decided";
import { refuseVersion } from "./refuse-version";
import { storedKey } from "./stored-key";
import { takePlace } from "./take-place";
import { BEGIN_ANEW, taskLimits } from "./task-limits";

const DEADLINE_MS = 900_000;

type At = { tenantId: string; versionId: string };
type Stored = Extract<FileImported, { ok: true }>;

/**
 * Makes stored columns of a file, as the person decided, in a child process of its own. Killed at any moment, it begins
 * anew: nothing is written down before the file lies whole under its key, and what lies there is never changed.
 */
export async function importVersion(scope: PlatformScope, at: At): Promise<StationOutcome> {
  const found = await inPlatform(scope, (tx) => findVersion(tx, at));
  if (found === null || found.version.status !== "importing") return { ok: true };
  const { version } = found;
  const [proposal, options] = [readProposal(version.proposal), readOptions(version.options)];
  if (proposal?.asks !== "columns" || options === null) {
    await inPlatform(scope, (tx) => refuseVersion(tx, version, { code: "import_crashed", facts: {} }));
    return { ok: true };
  }
  const known = await inPlatform(scope, (tx) =>
    listKnownColumns(tx, { ...at, datasetId: version.datasetId }),
  );
  const columns = planColumns(proposal, options, known);
  const paths = await uploadPaths(version.id);
  const imported = await runFileTask(
    {
      kind: "import",
      format: version.format,
      source: proposal.isPrepared ? paths.prepared : paths.source,
      target: paths.target,
      delimiter: proposal.delimiter ?? ",",
      columns,
      nullMarkers: options.nullMarkers,
      decimalComma: options.decimalComma,
      badLines: proposal.badLines.count,
      rows: proposal.rows,
    },
    taskLimits(DEADLINE_MS),
  );
  if (!imported.ok && imported.code === "aborted") return BEGIN_ANEW;
  if (imported.ok) await keep(scope, at, { version, proposal, columns, stored: imported });
  else
    await inPlatform(scope, (tx) =>
      imported.code === "bad_values"
        ? awaitWord(tx, version, imported.rejects)
        : refuseVersion(tx, version, imported),
    );
  return { ok: true };
}

/** The values that do not fit stay with the version, for the person who decides; the log only says in how many rows. */
async function awaitWord(tx: PlatformTx, version: DatasetVersion, rejects: Rejects): Promise<void> {
  const { tenantId, datasetId, n } = version;
  const at = { tenantId, versionId: version.id };
  if (!(await moveVersion(tx, at, ["importing"], { status: "needs-attention", rejects }))) return;
  const facts = { version: n, rows: rejects.rows };
  await recordAudit(tx, [{ tenantId, verb: "dataset.import-waits", subject: datasetId, facts }]);
}

type Kept = { version: DatasetVersion; proposal: TableProposal; columns: ColumnPlan[]; stored: Stored };

async function keep(
  scope: PlatformScope,
  at: At,
  { version, proposal, columns, stored }: Kept,
): Promise<void> {
  const { datasetId, n } = version;
  const paths = await uploadPaths(version.id);
  const storageKey = storedKey(version, stored.sha256);
  await storeHere().put(storageKey, paths.target);
  await inPlatform(scope, async (tx) => {
    // What is missing in the new version is told against the one that it replaces.
    await holdPlace(tx, version);
    const isMoved = await moveVersion(tx, at, ["importing"], {
      status: "ready",
      storageKey,
      storedBytes: stored.bytes,
      rows: stored.rows,
      rowsLeftOut: stored.rowsLeftOut,
      proposal: null,
      rejects: null,
      readyAt: new Date(),
    });
    if (!isMoved) return;
    await insertColumns(
      tx,
      columns.map(({ cid, kind, scale }, ord) => {
        const { name = cid } = proposal.columns[ord] ?? {};
        const facts = stored.columns[ord] ?? { nulls: 0, distinctEstimate: 0, min: null, max: null };
        return {
          tenantId: at.tenantId,
          versionId: version.id,
          ord,
          cid,
          name: name.trim(),
          kind,
          scale,
          ...facts,
        };
      }),
    );
    const facts = { version: n, rows: stored.rows, leftOut: stored.rowsLeftOut };
    await recordAudit(tx, [{ tenantId: at.tenantId, verb: "dataset.imported", subject: datasetId, facts }]);
    // A version in which people would miss something waits for a word.
    if ((await listChangedColumns(tx, at)).length === 0) await takePlace(tx, version);
  });
  await removeUpload(version.id);
  log("info", "dataset.imported", { rows: stored.rows, bytes: stored.bytes });
}
