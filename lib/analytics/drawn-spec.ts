import { z } from "zod";
import { specSchema } from "./spec";

/** How an answer is drawn; `auto` chooses by the question. */
export const views = ["auto", "line", "bar", "stacked", "number", "table"] as const;
export type View = (typeof views)[number];

/** A question and how its answer is drawn: what a chart keeps. */
export const drawnSpecSchema = z.strictObject({ spec: specSchema, view: z.enum(views) });
export type DrawnSpec = z.infer<typeof drawnSpecSchema>;
