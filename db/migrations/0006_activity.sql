DROP INDEX "audit_tenant";--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "ref" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "area" text GENERATED ALWAYS AS (split_part(verb, '.', 1)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "source" text GENERATED ALWAYS AS (actor ->> 'kind') STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_by_time" ON "audit" USING btree ("tenant_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_by_kind" ON "audit" USING btree ("tenant_id","area","source","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_ref" ON "audit" USING btree ("ref");