"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button, ButtonLink } from "@/components/button";
import { Card } from "@/components/card";
import { SelectField, TextField } from "@/components/field";
import { FormError } from "@/components/form-error";
import { TitleField } from "@/components/title-field";
import { useToast } from "@/components/toast";
import { useProblemFocus } from "@/components/use-problem-focus";
import { type Answer, explainSilence } from "@/lib/base/answer";
import { moveTile } from "./move-tile";

type Named = { id: string; title: string };
type Tile = Named & { width: number };

type DashboardEditorProps = {
  save: (input: object) => Promise<Answer>;
  path: string;
  dashboard: Named & {
    revision: number;
    filters: { from: string | null; to: string | null; filters: readonly object[] };
  };
  tiles: readonly Tile[];
  charts: readonly Named[];
};

/** Lays a dashboard out. Nothing is written until it is saved, and then only on top of what was opened. */
export function DashboardEditor({
  save: write,
  path,
  dashboard,
  tiles: opened,
  charts,
}: DashboardEditorProps) {
  const [tiles, setTiles] = useState(opened);
  const [problem, setProblem] = useState<string>();
  const form = useProblemFocus(problem);
  const [pending, startTransition] = useTransition();
  const router = useRouter();
  const toast = useToast();
  const others = charts.filter(({ id }) => !tiles.some((tile) => tile.id === id));
  const save = (typed: FormData) =>
    startTransition(async () => {
      const input = {
        id: dashboard.id,
        revision: dashboard.revision,
        title: String(typed.get("title")),
        filters: { ...dashboard.filters, from: typed.get("from") || null, to: typed.get("to") || null },
        tiles: tiles.map(({ id, width }) => ({ chartId: id, width })),
      };
      const answer = await write(input).catch(explainSilence);
      if (!answer.ok) return setProblem(answer.message);
      toast({ title: answer.message, tone: "positive" });
      router.push(path);
    });
  return (
    <form
      className="grid max-w-3xl gap-6"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        setProblem(undefined);
        save(new FormData(event.currentTarget));
      }}
      ref={form}
    >
      <FormError message={problem} />
      <Card>
        <div className="grid gap-4">
          <TitleField defaultValue={dashboard.title} />
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField
              defaultValue={dashboard.filters.from ?? ""}
              label="Opens with data from"
              name="from"
              optional
              type="date"
            />
            <TextField defaultValue={dashboard.filters.to ?? ""} label="to" name="to" optional type="date" />
          </div>
        </div>
      </Card>
      <Card title="Charts">
        <ol className="grid gap-2">
          {tiles.map((tile, n) => (
            <li
              className="flex flex-wrap items-center gap-2 rounded-md border border-border px-3 py-2"
              key={tile.id}
            >
              <bdi className="w-full wrap-anywhere font-medium sm:w-auto sm:grow">{tile.title}</bdi>
              <SelectField
                hideLabel
                label={`Width of ${tile.title}`}
                onChange={(event) =>
                  setTiles(
                    tiles.map((one) => (one === tile ? { ...tile, width: Number(event.target.value) } : one)),
                  )
                }
                options={[
                  { value: "1", label: "Half width" },
                  { value: "2", label: "Full width" },
                ]}
                value={String(tile.width)}
              />
              <Button
                aria-label={`Move ${tile.title} up`}
                disabled={n === 0}
                onClick={() => setTiles(moveTile(tiles, n, -1))}
                size="sm"
              >
                <ArrowUp aria-hidden />
              </Button>
              <Button
                aria-label={`Move ${tile.title} down`}
                disabled={n === tiles.length - 1}
                onClick={() => setTiles(moveTile(tiles, n, 1))}
                size="sm"
              >
                <ArrowDown aria-hidden />
              </Button>
              <Button
                aria-label={`Take ${tile.title} away`}
                onClick={() => setTiles(tiles.filter((one) => one !== tile))}
                size="sm"
              >
                <X aria-hidden />
              </Button>
            </li>
          ))}
        </ol>
        {tiles.length === 0 ? <p className="text-muted">No chart on it yet.</p> : null}
        {others.length > 0 ? (
          <SelectField
            className="mt-4 max-w-sm"
            label="Add a chart"
            onChange={(event) => {
              const chart = others.find(({ id }) => id === event.target.value);
              if (chart) setTiles([...tiles, { ...chart, width: 1 }]);
            }}
            options={[
              { value: "", label: "Choose one" },
              ...others.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            value=""
          />
        ) : null}
      </Card>
      <div className="flex justify-end gap-2">
        <ButtonLink href={path}>Cancel</ButtonLink>
        <Button pending={pending} type="submit" variant="primary">
          Save
        </Button>
      </div>
    </form>
  );
}
