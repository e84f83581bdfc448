CREATE TABLE "charts" (
	"id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"dataset_id" uuid NOT NULL,
	"title" text NOT NULL,
	"spec" jsonb NOT NULL,
	"spec_version" smallint NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "charts_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "charts_title" CHECK (length("charts"."title") between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE "dashboard_tiles" (
	"tenant_id" uuid NOT NULL,
	"dashboard_id" uuid NOT NULL,
	"chart_id" uuid NOT NULL,
	"ord" smallint NOT NULL,
	"width" smallint DEFAULT 1 NOT NULL,
	CONSTRAINT "dashboard_tiles_tenant_id_dashboard_id_chart_id_pk" PRIMARY KEY("tenant_id","dashboard_id","chart_id"),
	CONSTRAINT "dashboard_tiles_width" CHECK ("dashboard_tiles"."width" in (1, 2))
);
--> statement-breakpoint
CREATE TABLE "dashboards" (
	"id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"title" text NOT NULL,
	"filters" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "dashboards_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "dashboards_title" CHECK (length("dashboards"."title") between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE "dataset_columns" (
	"tenant_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"ord" smallint NOT NULL,
	"cid" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"scale" smallint DEFAULT 0 NOT NULL,
	"nulls" bigint NOT NULL,
	"distinct_estimate" bigint NOT NULL,
	"min" text,
	"max" text,
	CONSTRAINT "dataset_columns_tenant_id_version_id_ord_pk" PRIMARY KEY("tenant_id","version_id","ord"),
	CONSTRAINT "dataset_columns_cid" UNIQUE("tenant_id","version_id","cid"),
	CONSTRAINT "dataset_columns_cid_form" CHECK ("dataset_columns"."cid" ~ '^c[0-9]{1,4}$'),
	CONSTRAINT "dataset_columns_kind" CHECK ("dataset_columns"."kind" in ('text','integer','decimal','number','boolean','date','timestamp'))
);
--> statement-breakpoint
CREATE TABLE "dataset_versions" (
	"id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"dataset_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"status" text DEFAULT 'uploading' NOT NULL,
	"format" text NOT NULL,
	"storage_key" text,
	"sha256" text,
	"source_name" text NOT NULL,
	"source_bytes" bigint NOT NULL,
	"stored_bytes" bigint,
	"rows" bigint,
	"rows_left_out" bigint,
	"proposal" jsonb,
	"options" jsonb,
	"error_code" text,
	"error_facts" jsonb,
	"rejects" jsonb,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ready_at" timestamp with time zone,
	"cleared_at" timestamp with time zone,
	CONSTRAINT "dataset_versions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "dataset_versions_n" UNIQUE("tenant_id","dataset_id","n"),
	CONSTRAINT "dataset_versions_status" CHECK ("dataset_versions"."status" in ('uploading','checking','needs-input','importing','needs-attention','ready','failed')),
	CONSTRAINT "dataset_versions_format" CHECK ("dataset_versions"."format" in ('csv','parquet')),
	CONSTRAINT "dataset_versions_ready" CHECK ("dataset_versions"."status" <> 'ready' or "dataset_versions"."storage_key" is not null),
	CONSTRAINT "dataset_versions_failed" CHECK (("dataset_versions"."status" = 'failed') = ("dataset_versions"."error_code" is not null))
);
--> statement-breakpoint
CREATE TABLE "datasets" (
	"id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"current_version_id" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "datasets_tenant_id_id_pk" PRIMARY KEY("tenant_id","id"),
	CONSTRAINT "datasets_name" CHECK (length("datasets"."name") between 1 and 120)
);
--> statement-breakpoint
ALTER TABLE "seats" DROP CONSTRAINT "seats_role";--> statement-breakpoint
ALTER TABLE "charts" ADD CONSTRAINT "charts_tenant_id_dataset_id_datasets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","dataset_id") REFERENCES "public"."datasets"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charts" ADD CONSTRAINT "charts_tenant_id_created_by_seats_tenant_id_id_fk" FOREIGN KEY ("tenant_id","created_by") REFERENCES "public"."seats"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charts" ADD CONSTRAINT "charts_tenant_id_updated_by_seats_tenant_id_id_fk" FOREIGN KEY ("tenant_id","updated_by") REFERENCES "public"."seats"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dashboard_tiles" ADD CONSTRAINT "dashboard_tiles_tenant_id_dashboard_id_dashboards_tenant_id_id_fk" FOREIGN KEY ("tenant_id","dashboard_id") REFERENCES "public"."dashboards"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dashboard_tiles" ADD CONSTRAINT "dashboard_tiles_tenant_id_chart_id_charts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","chart_id") REFERENCES "public"."charts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dashboards" ADD CONSTRAINT "dashboards_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dashboards" ADD CONSTRAINT "dashboards_tenant_id_created_by_seats_tenant_id_id_fk" FOREIGN KEY ("tenant_id","created_by") REFERENCES "public"."seats"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dashboards" ADD CONSTRAINT "dashboards_tenant_id_updated_by_seats_tenant_id_id_fk" FOREIGN KEY ("tenant_id","updated_by") REFERENCES "public"."seats"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_columns" ADD CONSTRAINT "dataset_columns_tenant_id_version_id_dataset_versions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","version_id") REFERENCES "public"."dataset_versions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_versions" ADD CONSTRAINT "dataset_versions_tenant_id_dataset_id_datasets_tenant_id_id_fk" FOREIGN KEY ("tenant_id","dataset_id") REFERENCES "public"."datasets"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_versions" ADD CONSTRAINT "dataset_versions_tenant_id_created_by_seats_tenant_id_id_fk" FOREIGN KEY ("tenant_id","created_by") REFERENCES "public"."seats"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "datasets" ADD CONSTRAINT "datasets_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "datasets" ADD CONSTRAINT "datasets_tenant_id_created_by_seats_tenant_id_id_fk" FOREIGN KEY ("tenant_id","created_by") REFERENCES "public"."seats"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "charts_listing" ON "charts" USING btree ("tenant_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "charts_dataset" ON "charts" USING btree ("tenant_id","dataset_id");--> statement-breakpoint
CREATE INDEX "dashboard_tiles_chart" ON "dashboard_tiles" USING btree ("tenant_id","chart_id");--> statement-breakpoint
CREATE INDEX "dashboards_listing" ON "dashboards" USING btree ("tenant_id","updated_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "datasets_one_per_name" ON "datasets" USING btree ("tenant_id",lower("name")) WHERE "datasets"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "datasets_listing" ON "datasets" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "datasets_deleted" ON "datasets" USING btree ("deleted_at") WHERE "datasets"."deleted_at" is not null;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_role" CHECK ("seats"."role" in ('viewer','editor','admin'));--> statement-breakpoint
ALTER TABLE "datasets" ADD CONSTRAINT "datasets_current_version" FOREIGN KEY ("tenant_id","current_version_id") REFERENCES "public"."dataset_versions"("tenant_id","id");
--> statement-breakpoint
DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['datasets', 'dataset_versions', 'dataset_columns', 'charts', 'dashboards', 'dashboard_tiles'] LOOP
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
-- What a file holds is written by the import, which the platform's job runs; people name, choose, keep and delete.
GRANT SELECT, INSERT, UPDATE ON datasets, dataset_versions, charts, dashboards TO tenant;
--> statement-breakpoint
GRANT SELECT ON dataset_columns TO tenant;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON dashboard_tiles TO tenant;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON datasets, dataset_versions, dataset_columns TO platform;
--> statement-breakpoint
GRANT SELECT, DELETE ON charts, dashboard_tiles TO platform;
--> statement-breakpoint
GRANT SELECT ON dashboards TO platform;
