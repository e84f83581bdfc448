CREATE TABLE "letter_asks" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about_id" uuid,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"refused_at" timestamp with time zone,
	"dropped_at" timestamp with time zone,
	"server_said" text,
	CONSTRAINT "letters_kinds" CHECK ("letters"."kind" in ('reminder','seat-notice','letter-asked','seats-answered'))
);
--> statement-breakpoint
CREATE TABLE "mail_slots" (
	"letter_id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seat_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"seats" integer NOT NULL,
	"reason" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"answer" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "seat_requests_state" CHECK ("seat_requests"."state" in ('open','approved','declined')),
	CONSTRAINT "seat_requests_seats" CHECK ("seat_requests"."seats" between 1 and 100000),
	CONSTRAINT "seat_requests_reason" CHECK (length("seat_requests"."reason") between 1 and 500),
	CONSTRAINT "seat_requests_answered" CHECK (("seat_requests"."state" = 'open') = ("seat_requests"."answered_at" is null) and length("seat_requests"."answer") <= 500)
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "reminders" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "reminders" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "seat_notice" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_tenant_id_seat_id_seats_tenant_id_id_fk" FOREIGN KEY ("tenant_id","seat_id") REFERENCES "public"."seats"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_slots" ADD CONSTRAINT "mail_slots_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_requests" ADD CONSTRAINT "seat_requests_tenant_id_seat_id_seats_tenant_id_id_fk" FOREIGN KEY ("tenant_id","seat_id") REFERENCES "public"."seats"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letters_kind" ON "letters" USING btree ("tenant_id","kind","created_at");--> statement-breakpoint
CREATE INDEX "mail_slots_user" ON "mail_slots" USING btree ("user_id","taken_at");--> statement-breakpoint
CREATE UNIQUE INDEX "seat_requests_one_open" ON "seat_requests" USING btree ("tenant_id") WHERE "seat_requests"."state" = 'open';--> statement-breakpoint
CREATE INDEX "seat_requests_open" ON "seat_requests" USING btree ("created_at","id") WHERE "seat_requests"."state" = 'open';--> statement-breakpoint
CREATE INDEX "seat_requests_listing" ON "seat_requests" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "invitations_asked" ON "invitations" USING btree ("tenant_id","asked_at") WHERE "invitations"."asked_at" is not null;--> statement-breakpoint
CREATE INDEX "seats_on_the_way" ON "seats" USING btree ("tenant_id","id") WHERE "seats"."stage" in ('imported','invited','verified');--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_seat_notice" CHECK ("tenants"."seat_notice" in (0, 80, 95, 100));
--> statement-breakpoint
DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['letters', 'seat_requests'] LOOP
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
-- A tenant writes letters and requests, and sees what became of them; only the platform says what did.
GRANT UPDATE (reminders, seat_notice) ON tenants TO tenant;
--> statement-breakpoint
GRANT SELECT, INSERT (tenant_id, seat_id, kind, about_id, facts) ON letters TO tenant;
--> statement-breakpoint
GRANT SELECT, INSERT (id, tenant_id, seat_id, seats, reason) ON seat_requests TO tenant;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON letters, seat_requests TO platform;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON mail_slots, letter_asks TO platform;
