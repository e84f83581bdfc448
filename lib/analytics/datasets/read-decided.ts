import { z } from "zod";
import {
  type Encoding,
  encodings,
  type ImportOptions,
  importOptionsSchema,
  type Proposal,
  proposalSchema,
} from "@/lib/base/dataset-file";

/** What a version's `options` hold: the encoding while that is asked, then what was decided about the columns. */
const optionsSchema = z.strictObject({
  encoding: z.enum(encodings).nullable(),
  decided: importOptionsSchema.nullable(),
});

export type Decided = z.infer<typeof optionsSchema>;

export function readDecided(options: unknown): Decided {
  return optionsSchema.catch({ encoding: null, decided: null }).parse(options);
}

export function readEncoding(options: unknown): Encoding | null {
  return readDecided(options).encoding;
}

export function readOptions(options: unknown): ImportOptions | null {
  return readDecided(options).decided;
}

export function readProposal(proposal: unknown): Proposal | null {
  const parsed = proposalSchema.safeParse(proposal);
  return parsed.success ? parsed.data : null;
}
