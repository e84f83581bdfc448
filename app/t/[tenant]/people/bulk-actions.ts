"use server";

import { enterTenantByAction } from "@/lib/access/enter-tenant-by-action";
import { REFUSED } from "@/lib/base/answer";
import { askBulk } from "@/lib/seats/ask-bulk";
import { countPeople, type PeopleTally } from "@/lib/seats/count-people";
import { readListQuery } from "./read-list-query";

/** Whom an act is about: people picked one by one, or everybody whom the list's query means. */
export type BulkWho = { seatIds: string[] } | { query: string };
export type BulkForm = { id: string; kind: string; role: string | null; who: BulkWho };

/** Counts everybody whom a list means, on all of its pages. */
export async function countAction(
  slug: string,
  query: string,
): Promise<{ ok: true; tally: PeopleTally[] } | { ok: false; message: string }> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return { ok: false, message: REFUSED.message };
  const { choice, isLost } = await readListQuery(readWords(query));
  if (isLost) return LOST;
  const counted = await countPeople(entry.caller, choice);
  return counted.ok ? counted : { ok: false, message: REFUSED.message };
}

/** Asks for one thing for many people; the page of its id tells how far it has come. */
export async function askBulkAction(
  slug: string,
  form: BulkForm,
): Promise<{ ok: true; href: string } | { ok: false; message: string }> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok || typeof form !== "object" || form === null) return { ok: false, message: REFUSED.message };
  const who = await readWho(form.who);
  if (who === null) return LOST;
  const { id, kind, role } = form;
  const asked = await askBulk(entry.caller, { id, kind, role, who });
  if (asked.ok) return { ok: true, href: `/t/${entry.caller.slug}/people/bulk/${asked.actId}` };
  return {
    ok: false,
    message: asked.reason === "nobody" ? "Nobody is selected (any more). Reload the page." : REFUSED.message,
  };
}

const LOST = { ok: false, message: "The address you searched for is no longer kept. Search again." } as const;

async function readWho(who: BulkWho) {
  if (typeof who === "object" && who !== null && "query" in who) {
    const { choice, isLost } = await readListQuery(readWords(who.query));
    return isLost ? null : { choice };
  }
  return { seatIds: Array.isArray(who?.seatIds) ? who.seatIds.slice(0, 1_000) : [] };
}

function readWords(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(typeof query === "string" ? query : ""));
}
