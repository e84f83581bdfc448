/** The version that a stored file was made of, as its key has it. */
export type KeyOwner = { tenantId: string; datasetId: string; n: number };

const id = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const form = new RegExp(`^t/(${id})/d/(${id})/v([1-9][0-9]{0,8})-[0-9a-z]+[.]parquet$`);

/** Where the columns of a version are stored. The hash makes each content a key of its own. */
export function storedKey({ tenantId, datasetId, n }: KeyOwner, sha256: string): string {
  return `t/${tenantId}/d/${datasetId}/v${n}-${sha256}.parquet`;
}

/** Whose a stored file is; null for a key that was not made here. */
export function readStoredKey(key: string): KeyOwner | null {
  const [, tenantId, datasetId, n] = form.exec(key) ?? [];
  if (tenantId === undefined || datasetId === undefined || n === undefined) return null;
  return { tenantId, datasetId, n: Number(n) };
}
