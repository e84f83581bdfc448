ALTER TABLE "mail_slots" ADD COLUMN "tenant_id" uuid;--> statement-breakpoint
ALTER TABLE "mail_slots" ADD COLUMN "is_notice" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- A tenant learns nothing of the letters of others, so it sees none of these rows, not even its own.
ALTER TABLE "mail_slots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mail_slots" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY every_tenant ON "mail_slots" TO platform USING (true) WITH CHECK (true);--> statement-breakpoint
-- The level that a tenant has reached already is no news: only what it crosses from now on is written to its admins.
SET LOCAL ROLE platform;--> statement-breakpoint
UPDATE "tenants" SET "seat_notice" = CASE
  WHEN seats_held >= seats_purchased THEN 100
  WHEN seats_held >= seats_purchased * 0.95 THEN 95
  WHEN seats_held >= seats_purchased * 0.8 THEN 80
  ELSE 0 END
WHERE seats_held > 0;--> statement-breakpoint
RESET ROLE;
