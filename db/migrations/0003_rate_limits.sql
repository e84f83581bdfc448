-- Unlogged: after a crash of the database everybody starts with a full bucket, and until then writes cost half.
CREATE UNLOGGED TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"tokens" double precision NOT NULL,
	"granted" boolean NOT NULL,
	"refilled_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "rate_limits_refilled" ON "rate_limits" USING btree ("refilled_at");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO platform;
