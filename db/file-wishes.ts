import { enqueue } from "./enqueue";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";

type At = { tenantId: string; versionId: string };

/** Imports run one after the other. */
const IMPORTS = "import-version";
/** Made-up data takes one of a worker's turns at most. */
const SAMPLES = "sample";

/** Wishes that a file which has arrived be looked into. */
export async function wishCheck(tx: TenantTx | PlatformTx, at: At): Promise<void> {
  await enqueue(tx, "check-upload", at, { key: `check-upload:${at.versionId}` });
}

/** Wishes that a file be imported as was decided. */
export async function wishImport(tx: TenantTx | PlatformTx, at: At): Promise<void> {
  await enqueue(tx, "import-version", at, { key: `import-version:${at.versionId}`, queue: IMPORTS });
}

/** Wishes that sample data be brought in for the admin of a seat. It waits behind every file of people's own. */
export async function wishSample(tx: PlatformTx, at: { tenantId: string; seatId: string }): Promise<void> {
  await enqueue(tx, "bring-sample", at, { key: `bring-sample:${at.tenantId}`, queue: SAMPLES });
}

/** The same as of every file, behind them. */
export async function wishSampleCheck(tx: TenantTx | PlatformTx, at: At): Promise<void> {
  await enqueue(tx, "check-sample", at, { key: `check-sample:${at.versionId}`, queue: SAMPLES });
}

/** The same as of every file, behind them. */
export async function wishSampleImport(tx: TenantTx | PlatformTx, at: At): Promise<void> {
  await enqueue(tx, "import-sample", at, { key: `import-sample:${at.versionId}`, queue: IMPORTS });
}
