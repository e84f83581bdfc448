import { z } from "zod";
import { canonicalMailbox } from "@/lib/base/mailbox";
import { readCount } from "@/lib/base/read-count";

// The browser uses these rules too, and its policy forbids making code from text, which zod would try for speed.
z.config({ jitless: true });

/** Addresses under /t/ that could be mistaken for pages of ours. */
const reservedSlugs = ["new", "staff", "admin", "auth", "api"];

const WHOLE = "Give a whole number.";

/** What an admin is invited with. */
export const newAdminSchema = z.object({
  adminName: z.string().trim().min(1, "Give the admin's name.").max(120, "At most 120 characters."),
  adminEmail: z
    .string()
    .trim()
    .min(1, "Give the admin's email address.")
    .max(254, "At most 254 characters.")
    .refine(
      (typed) => canonicalMailbox(typed).ok,
      "This is not an email address. Write it like ada@company.example.",
    ),
});

/** What a new tenant is made from. The form and the verb share these rules. */
export const newTenantSchema = z.object({
  name: z.string().trim().min(1, "Give the organisation's name.").max(120, "At most 120 characters."),
  slug: z
    .string()
    .trim()
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      "Use lower-case letters, digits and single hyphens, such as acme-gmbh.",
    )
    .max(40, "At most 40 characters.")
    .refine((slug) => !reservedSlugs.includes(slug), "This word is reserved; choose another."),
  seats: z
    .union([z.number(), z.string().transform(readCount)], WHOLE)
    .pipe(
      z
        .number(WHOLE)
        .int(WHOLE)
        .min(1, "At least one seat: the first admin takes it.")
        .max(1_000_000, "At most 1,000,000 seats."),
    ),
  ...newAdminSchema.shape,
});

/** What the form holds while somebody types, and what it yields. */
export type NewTenantInput = z.input<typeof newTenantSchema>;
export type NewTenant = z.output<typeof newTenantSchema>;
