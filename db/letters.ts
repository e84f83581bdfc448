import { and, eq, isNull, sql } from "drizzle-orm";
import { recordAudit } from "./audit";
import { enqueue } from "./enqueue";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";
import { type letterKinds, letters } from "./schema/letters";
import { seatRequests } from "./schema/seat-requests";
import { invitations, seats } from "./schema/seats";
import { tenants } from "./schema/tenants";

export type Letter = typeof letters.$inferSelect;
export type LetterKind = (typeof letterKinds)[number];

export type LetterDraft = {
  tenantId: string;
  /** Whose holder gets it. */
  seatId: string;
  kind: LetterKind;
  aboutId: string | null;
  facts: Record<string, number>;
};

/**
 * Writes letters and, in the same transaction, the wish that each be sent.
 * @param runAt not before this moment
 */
export async function writeLetters(
  tx: TenantTx | PlatformTx,
  drafts: readonly LetterDraft[],
  runAt?: Date,
): Promise<void> {
  if (drafts.length === 0) return;
  const written = await tx.sql.execute<{ id: string }>(sql`
    insert into letters (tenant_id, seat_id, kind, about_id, facts)
    select r."tenantId", r."seatId", r.kind, r."aboutId", r.facts
    from jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb)
      as r("tenantId" uuid, "seatId" uuid, kind text, "aboutId" uuid, facts jsonb)
    returning id`);
  for (const { id } of written)
    await enqueue(
      tx,
      "send-letter",
      { letterId: id },
      { key: `send-letter:${id}`, ...(runAt ? { runAt } : {}) },
    );
}

/** A letter together with everything that its words are made from. */
export type LetterFile = {
  letter: Letter;
  seat: typeof seats.$inferSelect;
  tenant: typeof tenants.$inferSelect;
  invitation: typeof invitations.$inferSelect | null;
  request: typeof seatRequests.$inferSelect | null;
};

export async function readLetter(tx: PlatformTx, id: string): Promise<LetterFile | null> {
  const rows = await tx.sql
    .select({ letter: letters, seat: seats, tenant: tenants, invitation: invitations, request: seatRequests })
    .from(letters)
    .innerJoin(seats, and(eq(seats.tenantId, letters.tenantId), eq(seats.id, letters.seatId)))
    .innerJoin(tenants, eq(tenants.id, letters.tenantId))
    .leftJoin(
      invitations,
      and(eq(invitations.tenantId, letters.tenantId), eq(invitations.id, letters.aboutId)),
    )
    .leftJoin(
      seatRequests,
      and(eq(seatRequests.tenantId, letters.tenantId), eq(seatRequests.id, letters.aboutId)),
    )
    .where(eq(letters.id, id));
  return rows[0] ?? null;
}

/** How a letter ended; each letter ends once. */
export type LetterEnd =
  | { as: "sent"; serverSaid: string }
  | { as: "refused"; serverSaid: string }
  | { as: "dropped" };

/** Writes down how a letter ended, with one audit row; does nothing when it had ended before. */
export async function endLetter(tx: PlatformTx, letter: Letter, end: LetterEnd): Promise<void> {
  const stamp = {
    sent: { sentAt: sql`now()` },
    refused: { refusedAt: sql`now()` },
    dropped: { droppedAt: sql`now()` },
  }[end.as];
  const said = end.as === "dropped" ? {} : { serverSaid: end.serverSaid };
  const ended = await tx.sql
    .update(letters)
    .set({ ...stamp, ...said })
    .where(
      and(
        eq(letters.id, letter.id),
        isNull(letters.sentAt),
        isNull(letters.refusedAt),
        isNull(letters.droppedAt),
      ),
    )
    .returning({ id: letters.id });
  if (ended.length === 0) return;
  const { tenantId, seatId, kind, facts } = letter;
  await recordAudit(tx, [
    { tenantId, verb: `letter.${end.as}`, subject: seatId, facts: { ...facts, kind, ...said } },
  ]);
}

/** Remembers why a letter still waits. */
export async function noteLetterWaits(tx: PlatformTx, id: string, serverSaid: string): Promise<void> {
  await tx.sql.update(letters).set({ serverSaid }).where(eq(letters.id, id));
}
