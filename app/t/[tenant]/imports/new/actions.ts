"use server";

import { roleWords } from "@/app/role-words";
import { enterTenantByAction } from "@/lib/access/enter-tenant-by-action";
import { countOf } from "@/lib/base/count-of";
import { isId, newId } from "@/lib/base/ids";
import { admitRows } from "@/lib/onboarding/admit-rows";
import { describeRefusal } from "@/lib/onboarding/describe-refusal";
import { type PreviewedRow, previewRoster } from "@/lib/onboarding/preview-roster";
import { readRoster } from "@/lib/onboarding/read-roster";
import type { AdmitAnswer, PreviewAnswer, PreviewRow } from "./preview-answer";
import { readForm } from "./read-form";
import { describeRefused, UNREADABLE } from "./refused-words";

/** Says what would become of every row. Writes nothing. */
export async function previewAction(slug: string, form: FormData): Promise<PreviewAnswer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return describeRefused(entry.reason, "Preview");
  const { roster, sourceName } = await readForm(form);
  const preview = await previewRoster(entry.caller, roster);
  if (!preview.ok)
    return preview.reason === "unreadable"
      ? { ok: false, title: UNREADABLE, message: describeRefusal(preview.refusal) }
      : describeRefused(preview.reason, "Preview");
  const { seatCost, counts } = preview;
  const rows = preview.rows.map((row) => {
    const { position, line, typed, name, role, detail } = row;
    return { position, line, typed, name, role: role && roleWords[role], detail, fate: fateOf(row) };
  });
  return { ok: true, importId: newId(), sourceName, rows, seatCost, counts };
}

/** Admits the roster of the form: all of it or nothing. The rows are read again here, never taken from the browser. */
export async function admitAction(slug: string, form: FormData): Promise<AdmitAnswer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return describeRefused(entry.reason, "Invite");
  const { roster, sourceName, importId, leftOut, held } = await readForm(form);
  const reading = readRoster(roster);
  if (!reading.ok) return { ok: false, message: describeRefusal(reading) };
  if (!isId(importId) || leftOut === null || held === null)
    return { ok: false, message: "This form is damaged. Go back, and press Preview again." };
  const admitted = await admitRows(entry.caller, { importId, sourceName, rows: reading.rows, leftOut, held });
  if (admitted.ok) return { ok: true, importId: admitted.importId };
  switch (admitted.reason) {
    case "not-enough-seats":
      return {
        ok: false,
        isOutdated: true,
        message: `Nothing was written: the list needs ${countOf(admitted.needed, "seat")}, and ${Math.max(admitted.free, 0)} are free now.`,
      };
    case "held-no-more":
      return {
        ok: false,
        isOutdated: true,
        message: `Nothing was written: ${admitted.people === 1 ? "somebody on the list has lost their seat" : `${admitted.people} people on the list have lost their seats`} since the preview and would be invited again. This is the list as it stands now.`,
      };
    case "suspended":
      return {
        ok: false,
        message: "Nothing was written: this organisation is suspended. Contact Analystick.",
      };
    case "nothing-to-admit":
      return { ok: false, message: "Nothing was written: the list has no rows." };
    default:
      return describeRefused("not-allowed", "Invite");
  }
}

function fateOf({ outcome, problem }: PreviewedRow): PreviewRow["fate"] {
  if (outcome === "admitted") return "seat";
  if (outcome === "already") return "already";
  return problem === "same-as-line" ? "repeat" : "bad";
}
