CREATE TABLE "bulk_act_rows" (
	"tenant_id" uuid NOT NULL,
	"act_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"seat_id" uuid NOT NULL,
	"outcome" text,
	"settled_at" timestamp with time zone,
	CONSTRAINT "bulk_act_rows_tenant_id_act_id_position_pk" PRIMARY KEY("tenant_id","act_id","position")
);
--> statement-breakpoint
CREATE TABLE "bulk_acts" (
	"id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"role" text,
	"asked_by" uuid NOT NULL,
	"asker_name" text NOT NULL,
	"row_count" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bulk_acts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "bulk_acts_kind" CHECK ("bulk_acts"."kind" in ('resend','revoke','remove','change-role')),
	CONSTRAINT "bulk_acts_role" CHECK (("bulk_acts"."kind" = 'change-role') = ("bulk_acts"."role" is not null))
);
--> statement-breakpoint
DROP INDEX "seats_listing";--> statement-breakpoint
-- What the rows hold is rewritten by the change of type itself, which row-level security does not hinder.
ALTER TABLE "seats" ALTER COLUMN "email_key" SET DATA TYPE text COLLATE "C",
  ALTER COLUMN "name_key" SET DATA TYPE text COLLATE "C" USING lower(regexp_replace(
    normalize(coalesce(nullif(name_key, ''), email_key), NFKD), U&'[\0300-\036f]', '', 'g') COLLATE "C");--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "surname_key" text COLLATE "C" GENERATED ALWAYS AS (regexp_replace(name_key, '^.* ', '')) STORED NOT NULL,
  ADD COLUMN "undeliverable" boolean DEFAULT false NOT NULL,
  ADD COLUMN "last_signed_in_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "state" text GENERATED ALWAYS AS (CASE WHEN stage = 'released' THEN release_reason WHEN undeliverable AND stage <> 'active' THEN 'undeliverable' ELSE stage END) STORED NOT NULL;--> statement-breakpoint
SET LOCAL ROLE platform;--> statement-breakpoint
UPDATE "seats" SET "undeliverable" = true FROM "invitations" i WHERE i.tenant_id = "seats".tenant_id
  AND i.seat_id = "seats".id AND i.revoked_at IS NULL AND i.refused_at IS NOT NULL;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
ALTER TABLE "bulk_act_rows" ADD CONSTRAINT "bulk_act_rows_tenant_id_act_id_bulk_acts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","act_id") REFERENCES "public"."bulk_acts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_act_rows" ADD CONSTRAINT "bulk_act_rows_tenant_id_seat_id_seats_tenant_id_id_fk" FOREIGN KEY ("tenant_id","seat_id") REFERENCES "public"."seats"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_acts" ADD CONSTRAINT "bulk_acts_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_acts" ADD CONSTRAINT "bulk_acts_tenant_id_asked_by_seats_tenant_id_id_fk" FOREIGN KEY ("tenant_id","asked_by") REFERENCES "public"."seats"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_act_rows_left" ON "bulk_act_rows" USING btree ("tenant_id","act_id","position") WHERE "bulk_act_rows"."outcome" is null;--> statement-breakpoint
CREATE INDEX "seats_by_address" ON "seats" USING btree ("tenant_id","state","role","email_key","id");--> statement-breakpoint
CREATE INDEX "seats_by_name" ON "seats" USING btree ("tenant_id","state","role","name_key","id");--> statement-breakpoint
CREATE INDEX "seats_by_surname" ON "seats" USING btree ("tenant_id","state","role","surname_key","id");--> statement-breakpoint
CREATE INDEX "seats_by_age" ON "seats" USING btree ("tenant_id","state","role","reserved_at","id");
--> statement-breakpoint
DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['bulk_acts', 'bulk_act_rows'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY own_tenant ON %I TO tenant '
      'USING (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
      'WITH CHECK (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)',
      tenant_table);
    EXECUTE format('CREATE POLICY every_tenant ON %I TO platform USING (true) WITH CHECK (true)', tenant_table);
  END LOOP;
END $$;
--> statement-breakpoint
-- A restored seat leaves its old batch behind, to be gathered into a new one.
GRANT UPDATE (undeliverable, batch_id) ON seats TO tenant;
--> statement-breakpoint
GRANT SELECT, INSERT ON bulk_acts TO tenant;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (outcome, settled_at) ON bulk_act_rows TO tenant;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON bulk_acts, bulk_act_rows TO platform;
