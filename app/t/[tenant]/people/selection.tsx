"use client";

import { createContext, type ReactNode, use, useState } from "react";

/** One person who can be picked, as far as a bulk act needs to know them. */
export type Pickable = { id: string; state: string; role: string };

/** How many of those who are picked share a state and a role. */
export type PickTally = readonly { state: string; role: string; count: number }[];

type Selection = {
  pickable: readonly Pickable[];
  picked: ReadonlySet<string>;
  /** Everybody whom the list means, on every page, with their counts; null while people are picked one by one. */
  everybody: PickTally | null;
  pick: (id: string, on: boolean) => void;
  pickPage: (on: boolean) => void;
  pickEverybody: (tally: PickTally) => void;
  clear: () => void;
};

const SelectionContext = createContext<Selection | undefined>(undefined);

/** Holds who is picked on one page of the list; another page starts anew. */
export function SelectionProvider({
  pickable,
  children,
}: {
  pickable: readonly Pickable[];
  children: ReactNode;
}) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [everybody, setEverybody] = useState<PickTally | null>(null);
  const set = (ids: Iterable<string>) => {
    setEverybody(null);
    setPicked(new Set(ids));
  };
  const selection: Selection = {
    pickable,
    picked: new Set(pickable.filter(({ id }) => picked.has(id)).map(({ id }) => id)),
    everybody,
    pick: (id, on) => set(on ? [...picked, id] : [...picked].filter((other) => other !== id)),
    pickPage: (on) => set(on ? pickable.map(({ id }) => id) : []),
    pickEverybody: setEverybody,
    clear: () => set([]),
  };
  return <SelectionContext value={selection}>{children}</SelectionContext>;
}

/** Who is picked. Throws when no SelectionProvider is above. */
export function useSelection(): Selection {
  const selection = use(SelectionContext);
  if (!selection) throw new Error("useSelection needs a SelectionProvider above it.");
  return selection;
}

const boxLook = "size-4.5 shrink-0 accent-accent stacked:mt-0.5 print:hidden";

/** Picks one person. Keeps its place for whoever can't be picked, and takes none where nobody can. */
export function PickPerson({ id, name }: { id: string; name: string }) {
  const { pickable, picked, pick } = useSelection();
  if (pickable.length === 0) return null;
  if (!pickable.some((person) => person.id === id))
    return <span className="size-4.5 shrink-0 print:hidden" />;
  return (
    <input
      aria-label={`Select ${name}`}
      checked={picked.has(id)}
      className={boxLook}
      onChange={(event) => pick(id, event.currentTarget.checked)}
      type="checkbox"
    />
  );
}

/**
 * Picks everybody on the page, and says how many are picked.
 * @param count of those picked, on all pages
 */
export function PickPage({ count }: { count: number }) {
  const { pickable, picked, pickPage } = useSelection();
  const isWhole = pickable.length > 0 && picked.size === pickable.length;
  return (
    <label className="inline-flex items-center gap-2.5 text-sm">
      <input
        aria-label="Select this page"
        checked={isWhole}
        className="size-4.5 shrink-0 accent-accent"
        onChange={(event) => pickPage(event.currentTarget.checked)}
        ref={(box) => {
          if (box) box.indeterminate = picked.size > 0 && !isWhole;
        }}
        type="checkbox"
      />
      <span aria-live="polite" className="tabular-nums">
        {count > 0 ? `${count.toLocaleString("en-US")} selected` : "Select this page"}
      </span>
    </label>
  );
}
