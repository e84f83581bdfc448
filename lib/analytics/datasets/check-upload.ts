import { recordAudit } from "@/db/audit";
import { findVersion, moveVersion } from "@/db/dataset-versions";
import type { Dataset, DatasetVersion } from "@/db/datasets";
import { wishSampleImport } from "@/db/file-wishes";
import { inPlatform, type PlatformTx } from "@/db/in-platform";
import type { PlatformScope } from "@/db/scope";
import type { Encoding, ImportOptions, Proposal, TableProposal } from "@/lib/base/dataset-file";
import { env } from "@/lib/base/env";
import type { StationOutcome } from "@/lib/base/station-outcome";
import { runFileTask } from "../engine/run-file-task";
import { uploadPaths } from "../store-here";
import { readEncoding } from "./read-decided";
import { refuseVersion } from "./refuse-version";
import { BEGIN_ANEW, taskLimits } from "./task-limits";

const DEADLINE_MS = 300_000;

type At = { tenantId: string; versionId: string };

/** Looks into a file that has arrived, in a child process of its own, and proposes what to make of it. */
export async function checkUpload(scope: PlatformScope, at: At): Promise<StationOutcome> {
  const found = await inPlatform(scope, (tx) => findVersion(tx, at));
  if (found === null || found.version.status !== "checking") return { ok: true };
  const { version } = found;
  const { source, prepared } = await uploadPaths(version.id);
  const encoding: Encoding | null = readEncoding(version.options);
  const most = { rows: env().ANALYTICS_ROWS, columns: env().ANALYTICS_COLUMNS };
  const checked = await runFileTask(
    { kind: "check", format: version.format, source, prepared, encoding, most },
    taskLimits(DEADLINE_MS),
  );
  if (!checked.ok && checked.code === "aborted") return BEGIN_ANEW;
  await inPlatform(scope, (tx) =>
    checked.ok ? propose(tx, found, checked.proposal) : refuseVersion(tx, version, checked),
  );
  return { ok: true };
}

type Found = { dataset: Dataset; version: DatasetVersion };

/** Asks the person what to make of the file. Of our own sample nobody needs to be asked; a later version of it is a file of people's own. */
async function propose(tx: PlatformTx, { dataset, version }: Found, proposal: Proposal): Promise<void> {
  const { tenantId, datasetId, n } = version;
  const at = { tenantId, versionId: version.id };
  const decided = dataset.isSample && n === 1 && proposal.asks === "columns" ? asProposed(proposal) : null;
  const isMoved = await moveVersion(tx, at, ["checking"], {
    proposal,
    ...(decided === null
      ? { status: "needs-input" }
      : { status: "importing", options: { encoding: null, decided } }),
  });
  if (!isMoved) return;
  const facts = { version: n, asks: decided === null ? proposal.asks : null };
  await recordAudit(tx, [{ tenantId, verb: "dataset.checked", subject: datasetId, facts }]);
  if (decided !== null) await wishSampleImport(tx, at);
}

function asProposed({ columns, nullMarkers, decimalComma }: TableProposal): ImportOptions {
  return {
    columns: columns.map(({ kind, scale }) => ({ kind, scale, onBad: "ask" })),
    nullMarkers,
    decimalComma,
    dateOrder: null,
    leaveOutBadLines: false,
  };
}
