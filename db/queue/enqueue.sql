-- The app's roles may not touch the queue's tables; this function is their one way in. It runs as the queue's
-- owner, accepts only jobs it knows, and takes the tenant from the transaction, never from the caller's words.
CREATE OR REPLACE FUNCTION jobs.enqueue(
  job_name text,
  payload jsonb,
  job_key text DEFAULT NULL,
  run_at timestamptz DEFAULT NULL,
  queue_name text DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  written bigint;
BEGIN
  IF job_name NOT IN (
    'claim-batch', 'submit-batch', 'settle-batch', 'invite', 'reconcile-identity', 'send-letter', 'expire-invitations',
    'remind-invited', 'settle-asks', 'check-password', 'perform-bulk'
  ) THEN
    RAISE EXCEPTION 'no job is called %', job_name USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF tenant IS NOT NULL THEN
    payload := payload || jsonb_build_object('tenantId', tenant);
  END IF;
  -- The runner answers null, and writes nothing, while a worker is just taking the waiting job of this key: that job may
  -- look at the world before our transaction commits. Each turn sees the database anew.
  FOR turn IN 1..10 LOOP
    SELECT (graphile_worker.add_job(
      identifier => job_name,
      payload => payload::json,
      queue_name => queue_name,
      run_at => run_at,
      job_key => job_key
    )).id INTO written;
    IF written IS NOT NULL THEN RETURN; END IF;
  END LOOP;
  RAISE EXCEPTION 'the wish for % could not be written', job_name;
END $$;
REVOKE ALL ON FUNCTION jobs.enqueue(text, jsonb, text, timestamptz, text) FROM PUBLIC;
GRANT USAGE ON SCHEMA jobs TO tenant, platform;
GRANT EXECUTE ON FUNCTION jobs.enqueue(text, jsonb, text, timestamptz, text) TO tenant, platform;
