import { findVersion, moveVersion } from "@/db/dataset-versions";
import { wishImport } from "@/db/file-wishes";
import { inPlatform, type PlatformTx } from "@/db/in-platform";
import type { PlatformScope } from "@/db/scope";
import type { Encoding, ImportOptions, Proposal } from "@/lib/base/dataset-file";
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
  await inPlatform(scope, async (tx) => {
    if (checked.ok) {
      await moveVersion(tx, at, ["checking"], { status: "needs-input", proposal: checked.proposal });
      if (found.dataset.isSample) await importAsProposed(tx, at, checked.proposal);
      return;
    }
    await refuseVersion(tx, version, checked);
  });
  return { ok: true };
}

/** Of our own sample nobody needs to be asked. */
async function importAsProposed(tx: PlatformTx, at: At, proposal: Proposal): Promise<void> {
  if (proposal.asks !== "columns") return;
  const decided: ImportOptions = {
    columns: proposal.columns.map(({ kind, scale }) => ({ kind, scale, onBad: "ask" })),
    nullMarkers: proposal.nullMarkers,
    decimalComma: proposal.decimalComma,
    dateOrder: null,
    leaveOutBadLines: false,
  };
  await moveVersion(tx, at, ["needs-input"], { status: "importing", options: { encoding: null, decided } });
  await wishImport(tx, at);
}
