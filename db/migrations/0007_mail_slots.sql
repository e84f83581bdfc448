ALTER TABLE "mail_slots" ADD COLUMN "tenant_id" uuid;--> statement-breakpoint
ALTER TABLE "mail_slots" ADD COLUMN "is_notice" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- A tenant learns nothing of the letters of others, so it sees none of these rows, not even its own.
ALTER TABLE "mail_slots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mail_slots" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY every_tenant ON "mail_slots" TO platform USING (true) WITH CHECK (true);
