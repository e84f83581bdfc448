import { enqueue } from "./enqueue";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";

type At = { tenantId: string; versionId: string };

/** Wishes that a file which has arrived be looked into. */
export async function wishCheck(tx: TenantTx | PlatformTx, at: At): Promise<void> {
  await enqueue(tx, "check-upload", at, { key: `check-upload:${at.versionId}` });
}

/** Wishes that a file be imported as was decided. Imports run one after the other. */
export async function wishImport(tx: TenantTx | PlatformTx, at: At): Promise<void> {
  const key = `import-version:${at.versionId}`;
  await enqueue(tx, "import-version", at, { key, queue: "import-version" });
}
