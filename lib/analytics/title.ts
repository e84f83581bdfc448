import { z } from "zod";
import { cleanText } from "@/lib/base/clean-text";

/** What a dataset, a chart or a dashboard is called: one line of 1 to 120 signs. */
export const titleSchema = z.string().max(500).transform(cleanText).pipe(z.string().min(1).max(120));
