/** One row of a roster as the preview shows it. */
export type PreviewRow = {
  position: number;
  line: number;
  typed: string;
  name: string;
  /** As people read it. */
  role: string | null;
  detail: string | null;
  fate: "seat" | "already" | "repeat" | "bad";
};

/** What the server says about a roster before anything is written. */
export type PreviewAnswer =
  | {
      ok: true;
      importId: string;
      sourceName: string;
      rows: PreviewRow[];
      seatCost: number;
      counts: { purchased: number; used: number; reserved: number; free: number };
    }
  | { ok: false; title: string; message: string };

/** What came of the confirmation. */
export type AdmitAnswer =
  | { ok: true; importId: string }
  /** `isOutdated`: seats were taken or given back since the preview, which is to be looked at anew. */
  | { ok: false; message: string; isOutdated?: boolean };
