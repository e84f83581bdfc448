"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/button";
import { ConfirmDialog } from "@/components/dialog";
import type { SelectOption } from "@/components/field";
import { explainSilence } from "@/lib/base/answer";
import { askBulkAction } from "./bulk-actions";
import { BulkActs } from "./bulk-acts";
import { type BulkKind, countConcerned, describeBulk } from "./bulk-words";
import { PickPage, type PickTally, useSelection } from "./selection";
import { useWholeList } from "./use-whole-list";

type BulkBarProps = {
  slug: string;
  /** The list's own query, for everybody that it means. */
  query: string;
  /** Whether there are more people than this page shows. */
  hasMore: boolean;
  roles: readonly SelectOption[];
};

type Asked = { kind: BulkKind; role: SelectOption | undefined };

/** Who is picked, and what can be done for all of them. Everything asks first and tells numbers. */
export function BulkBar({ slug, query, hasMore, roles }: BulkBarProps) {
  const { pickable, picked, everybody, pickEverybody, clear } = useSelection();
  const [asking, setAsking] = useState<Asked>();
  const id = useRef("");
  const router = useRouter();
  const isWholePage = picked.size > 0 && picked.size === pickable.length;
  const whole = useWholeList(slug, query, hasMore && isWholePage);
  const tally: PickTally = everybody ?? pickable.filter((person) => picked.has(person.id)).map(asTally);
  const count = countAll(tally);
  const ask = (kind: BulkKind, role?: SelectOption) => {
    id.current = crypto.randomUUID();
    setAsking({ kind, role });
  };
  const send = async ({ kind, role }: Asked) => {
    const who = everybody ? { query } : { seatIds: [...picked] };
    const form = { id: id.current, kind, role: role?.value ?? null, who };
    const answer = await askBulkAction(slug, form).catch(explainSilence);
    if ("href" in answer) {
      router.push(answer.href);
      return { ok: true } as const;
    }
    return { ok: false, message: answer.message } as const;
  };
  const counts = asking && countConcerned(tally, asking.kind, asking.role?.value ?? "");
  const words = asking && counts && describeBulk(asking.kind, counts, asking.role?.label.toLowerCase() ?? "");
  return (
    <div className="sticky top-(--bar-height,0px) z-15 flex min-h-12 flex-wrap items-center gap-x-3 gap-y-2 border-border border-b bg-surface px-4 py-2 sm:px-5 print:hidden">
      <PickPage count={count} />
      {count > 0 ? (
        <>
          {whole && isWholePage && !everybody ? (
            <Button onClick={() => pickEverybody(whole)} size="sm" variant="ghost">
              Select all {countAll(whole).toLocaleString("en-US")}
            </Button>
          ) : null}
          <div className="ml-auto flex gap-2 max-sm:w-full">
            <BulkActs onAsk={ask} roles={roles} tally={tally} />
            <Button onClick={clear} size="sm" variant="ghost">
              Clear
            </Button>
          </div>
        </>
      ) : null}
      {asking && counts && words ? (
        <ConfirmDialog
          action={() =>
            counts.concerned === 0
              ? Promise.resolve({ ok: false, message: "This is about nobody who is selected." } as const)
              : send(asking)
          }
          body={words.body}
          confirmLabel={words.confirm}
          onOpenChange={(open) => {
            if (!open) setAsking(undefined);
          }}
          open
          title={words.title}
          tone={asking.kind === "remove" || asking.kind === "revoke" ? "danger" : "primary"}
        />
      ) : null}
    </div>
  );
}

function asTally({ state, role }: { state: string; role: string }) {
  return { state, role, count: 1 };
}

function countAll(tally: PickTally): number {
  return tally.reduce((total, group) => total + group.count, 0);
}
