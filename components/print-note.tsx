import { Time } from "./time";

export type PrintNoteProps = {
  /** Whose page it is. */
  owner: string;
  at: Date;
  /** Which part of everything is shown: filters and order, in words. */
  shows: string;
  /** Whether everything that it names is on this page: paper shows no way to the next one. */
  isAll: boolean;
};

/** What paper must say by itself and a screen says all around the page. Only printed. */
export function PrintNote({ owner, at, shows, isAll }: PrintNoteProps) {
  return (
    <div className="mb-4 hidden border-border border-b pb-2 text-sm wrap-anywhere print:block">
      <p className="font-semibold">
        <bdi>{owner}</bdi>
      </p>
      <p>
        As of <Time format="datetime" value={at} />: {shows}.{" "}
        {isAll ? null : "This is one page of several; the CSV export has them all."}
      </p>
    </div>
  );
}
