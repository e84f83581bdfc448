"use server";

import { revalidatePath } from "next/cache";
import { enterTenantByAction } from "@/lib/access/enter-tenant-by-action";
import { addSample } from "@/lib/analytics/datasets/add-sample";
import { beginUpload } from "@/lib/analytics/datasets/begin-upload";
import {
  type DatasetChanged,
  deleteDataset,
  nameDataset,
  undeleteDataset,
} from "@/lib/analytics/datasets/change-dataset";
import { decideEncoding, decideImport } from "@/lib/analytics/datasets/decide-import";
import { switchToVersion } from "@/lib/analytics/datasets/switch-version";
import { type Answer, REFUSED } from "@/lib/base/answer";
import { datasetWords, describeShare } from "./dataset-words";

export type BeginAnswer = { ok: true; datasetId: string; versionId: string } | { ok: false; message: string };

/** Announces a file; its bytes are sent by the browser in a request of their own. */
export async function beginUploadAction(slug: string, input: unknown): Promise<BeginAnswer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return { ok: false, message: REFUSED.message };
  const begun = await beginUpload(entry.caller, input);
  if (begun.ok) return begun;
  return {
    ok: false,
    message: "most" in begun ? describeShare(begun.reason, begun.most) : datasetWords[begun.reason],
  };
}

/** Says what becomes of a file's columns; the import begins. */
export async function decideImportAction(slug: string, versionId: string, input: unknown): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const decided = await decideImport(entry.caller, versionId, input);
  if (!decided.ok) return { ok: false, message: datasetWords[decided.reason] };
  revalidatePath(`/t/${entry.caller.slug}/analytics`, "layout");
  return { ok: true, message: "The import has begun" };
}

/** Says how the characters of a file are written. */
export async function decideEncodingAction(
  slug: string,
  versionId: string,
  encoding: string,
): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const decided = await decideEncoding(entry.caller, versionId, encoding);
  if (!decided.ok) return { ok: false, message: datasetWords[decided.reason] };
  revalidatePath(`/t/${entry.caller.slug}/analytics`, "layout");
  return { ok: true, message: "The file is being checked again" };
}

/** Lets a version take the place of the one that it was held against, although columns of that will be missed. */
export async function switchVersionAction(
  slug: string,
  versionId: string,
  replaced: string,
): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const switched = await switchToVersion(entry.caller, versionId, replaced);
  if (!switched.ok) return { ok: false, message: datasetWords[switched.reason] };
  revalidatePath(`/t/${entry.caller.slug}/analytics`, "layout");
  return { ok: true, message: "The new version is used from now on" };
}

export async function nameDatasetAction(slug: string, id: string, name: string): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  return settle(entry.caller.slug, await nameDataset(entry.caller, id, name), "Dataset renamed");
}

export async function deleteDatasetAction(slug: string, id: string): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const deleted = await deleteDataset(entry.caller, id);
  const hadData = deleted.ok && deleted.hadData;
  return settle(
    entry.caller.slug,
    deleted,
    hadData ? "Dataset deleted. It can be restored for a week." : "Dataset deleted",
  );
}

export async function undeleteDatasetAction(slug: string, id: string): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  return settle(entry.caller.slug, await undeleteDataset(entry.caller, id), "Dataset restored");
}

function settle(slug: string, changed: DatasetChanged, done: string): Answer {
  if (!changed.ok) return { ok: false, message: datasetWords[changed.reason] };
  revalidatePath(`/t/${slug}/analytics`, "layout");
  return { ok: true, message: done };
}

/** Brings in made-up orders to try things on. */
export async function addSampleAction(slug: string): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const added = await addSample(entry.caller);
  if (added.ok) {
    revalidatePath(`/t/${entry.caller.slug}/analytics`);
    return { ok: true, message: "Sample orders are being brought in" };
  }
  if ("most" in added) return { ok: false, message: describeShare(added.reason, added.most) };
  const known = Object.entries(datasetWords).find(([reason]) => reason === added.reason);
  return { ok: false, message: known?.[1] ?? datasetWords.gone };
}
