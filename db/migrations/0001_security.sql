-- Group roles are made by the provisioning step, because they belong to the whole server.
DO $$
BEGIN
  IF (SELECT count(*) FROM pg_roles WHERE rolname IN ('tenant', 'platform')) < 2 THEN
    RAISE EXCEPTION 'the roles "tenant" and "platform" are missing: run scripts/provision-database.ts first';
  END IF;
END $$;
--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO tenant, platform;
--> statement-breakpoint
-- Row-level security, forced, so that even the owner sees nothing without entering a role.
-- Policies use only inline current_setting: a function there is not inlined and costs a scan of every row.
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_tenant ON tenants TO tenant
  USING (id = nullif(current_setting('app.tenant', true), '')::uuid)
  WITH CHECK (id = nullif(current_setting('app.tenant', true), '')::uuid);
--> statement-breakpoint
CREATE POLICY every_tenant ON tenants TO platform USING (true) WITH CHECK (true);
--> statement-breakpoint
DO $$
DECLARE
  tenant_table text;
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY['seats', 'invitations', 'imports', 'import_rows', 'audit'] LOOP
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
-- A tenant moves its own counters and seats; it never sees users, and never links a seat to one.
GRANT SELECT, UPDATE (seats_held, seats_active, invitation_days) ON tenants TO tenant;
--> statement-breakpoint
GRANT SELECT,
  INSERT (id, tenant_id, email, email_key, name, name_key, role),
  UPDATE (email, email_key, name, name_key, role, stage, released_at, release_reason) ON seats TO tenant;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (revoked_at) ON invitations TO tenant;
--> statement-breakpoint
GRANT SELECT, INSERT ON imports TO tenant;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (outcome, problem, detail) ON import_rows TO tenant;
--> statement-breakpoint
GRANT SELECT, INSERT ON audit TO tenant, platform;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON tenants, seats, invitations, imports, import_rows, users, identities, staff,
  batches, auth0_budget, runners TO platform;
--> statement-breakpoint
GRANT DELETE ON runners TO platform;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO platform;
