CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"verb" text NOT NULL,
	"actor" jsonb NOT NULL,
	"subject" uuid,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'claimed' NOT NULL,
	"auth0_job_id" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"tenant_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"line" integer NOT NULL,
	"typed" text NOT NULL,
	"name" text NOT NULL,
	"role" text,
	"outcome" text NOT NULL,
	"problem" text,
	"detail" text,
	"same_as" integer,
	"seat_id" uuid,
	CONSTRAINT "import_rows_tenant_id_import_id_position_pk" PRIMARY KEY("tenant_id","import_id","position"),
	CONSTRAINT "import_rows_outcome" CHECK ("import_rows"."outcome" in ('admitted','seated','failed','already','bad','left-out'))
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"source_name" text NOT NULL,
	"admitted_by" text NOT NULL,
	"row_count" integer NOT NULL,
	"seat_count" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imports_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "auth0_budget" (
	"name" text PRIMARY KEY NOT NULL,
	"tokens" double precision NOT NULL,
	"refilled_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "runners" (
	"id" uuid PRIMARY KEY NOT NULL,
	"worker_ids" text[] NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"beat_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"inviter_name" text,
	"expires_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"refused_at" timestamp with time zone,
	"server_said" text,
	"opened_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "seats" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"role" text NOT NULL,
	"stage" text DEFAULT 'reserved' NOT NULL,
	"user_id" uuid,
	"batch_id" uuid,
	"reserved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"imported_at" timestamp with time zone,
	"invited_at" timestamp with time zone,
	"verified_at" timestamp with time zone,
	"activated_at" timestamp with time zone,
	"released_at" timestamp with time zone,
	"release_reason" text,
	CONSTRAINT "seats_tenant_id" UNIQUE("tenant_id","id"),
	CONSTRAINT "seats_stage" CHECK ("seats"."stage" in ('reserved','imported','invited','verified','active','released')),
	CONSTRAINT "seats_role" CHECK ("seats"."role" in ('viewer','admin')),
	CONSTRAINT "seats_released" CHECK (("seats"."stage" = 'released') = ("seats"."released_at" is not null) and ("seats"."released_at" is null) = ("seats"."release_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"seats_purchased" integer NOT NULL,
	"seats_held" integer DEFAULT 0 NOT NULL,
	"seats_active" integer DEFAULT 0 NOT NULL,
	"invitation_days" integer DEFAULT 7 NOT NULL,
	"suspended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tenants_slug_unique" UNIQUE("slug"),
	CONSTRAINT "tenants_slug_form" CHECK ("tenants"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length("tenants"."slug") <= 40),
	CONSTRAINT "tenants_name_form" CHECK (length("tenants"."name") between 1 and 120),
	CONSTRAINT "tenants_purchased_range" CHECK ("tenants"."seats_purchased" between 0 and 1000000),
	CONSTRAINT "tenants_counters" CHECK ("tenants"."seats_active" >= 0 and "tenants"."seats_held" >= "tenants"."seats_active"),
	CONSTRAINT "tenants_invitation_days" CHECK ("tenants"."invitation_days" between 1 and 30)
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"user_id" uuid NOT NULL,
	"iss" text NOT NULL,
	"sub" text NOT NULL,
	"connection" text NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identities_iss_sub_connection_pk" PRIMARY KEY("iss","sub","connection")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"iss" text NOT NULL,
	"sub" text NOT NULL,
	"sid" text,
	"data" jsonb NOT NULL,
	"authenticated_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mailbox" text NOT NULL,
	"auth0_user_id" text,
	"created_by_us" boolean DEFAULT false NOT NULL,
	"auth0_state" text DEFAULT 'absent' NOT NULL,
	"password_baseline" timestamp with time zone,
	"password_ticket_at" timestamp with time zone,
	"proved_at" timestamp with time zone,
	"password_replaced_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_mailbox_unique" UNIQUE("mailbox"),
	CONSTRAINT "users_auth0_user_id_unique" UNIQUE("auth0_user_id"),
	CONSTRAINT "users_mailbox_form" CHECK ("users"."mailbox" = lower("users"."mailbox") and length("users"."mailbox") <= 254)
);
--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_tenant_id_import_id_imports_tenant_id_id_fk" FOREIGN KEY ("tenant_id","import_id") REFERENCES "public"."imports"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_tenant_id_seat_id_seats_tenant_id_id_fk" FOREIGN KEY ("tenant_id","seat_id") REFERENCES "public"."seats"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_tenant_id_seat_id_seats_tenant_id_id_fk" FOREIGN KEY ("tenant_id","seat_id") REFERENCES "public"."seats"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_batch_id_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_tenant" ON "audit" USING btree ("tenant_id","id");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("tenant_id","subject","id");--> statement-breakpoint
CREATE INDEX "import_rows_seat" ON "import_rows" USING btree ("seat_id");--> statement-breakpoint
CREATE INDEX "imports_listing" ON "imports" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "invitations_seat" ON "invitations" USING btree ("tenant_id","seat_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_one_live" ON "invitations" USING btree ("seat_id") WHERE "invitations"."revoked_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "seats_one_per_mailbox" ON "seats" USING btree ("tenant_id","email_key") WHERE "seats"."released_at" is null;--> statement-breakpoint
CREATE INDEX "seats_listing" ON "seats" USING btree ("tenant_id","email_key","id");--> statement-breakpoint
CREATE INDEX "seats_user" ON "seats" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "seats_batch" ON "seats" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "seats_unclaimed" ON "seats" USING btree ("reserved_at") WHERE "seats"."stage" = 'reserved' and "seats"."batch_id" is null;--> statement-breakpoint
CREATE INDEX "identities_user" ON "identities" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_identity" ON "sessions" USING btree ("iss","sub");--> statement-breakpoint
CREATE INDEX "sessions_sid" ON "sessions" USING btree ("sid");--> statement-breakpoint
CREATE INDEX "sessions_last_seen" ON "sessions" USING btree ("last_seen_at");