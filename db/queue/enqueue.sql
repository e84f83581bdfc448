-- The app's roles may not touch the queue's tables; this function is their one way in. It runs as the queue's
-- owner, accepts only jobs it knows, and takes the tenant from the transaction, never from the caller's words.

-- What an earlier version left here: beside a function with one argument more, a call could mean either.
DROP FUNCTION IF EXISTS jobs.enqueue(text, jsonb, text, timestamptz, text);

CREATE OR REPLACE FUNCTION jobs.enqueue(
  job_name text,
  payload jsonb,
  job_key text DEFAULT NULL,
  run_at timestamptz DEFAULT NULL,
  queue_name text DEFAULT NULL,
  after_job bigint DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
  written bigint;
  -- The jobs that there are, and their order: lower runs first. Within one number, the older wish does.
  urgency smallint := CASE
    -- People wait for their first letter,
    WHEN job_name IN ('claim-batch', 'submit-batch', 'settle-batch', 'invite') THEN 0
    -- admins for what they have asked for,
    WHEN job_name IN ('reconcile-identity', 'perform-bulk', 'settle-asks', 'check-upload',
      'import-version') THEN 10
    -- nobody for these,
    WHEN job_name IN ('expire-invitations', 'remind-invited', 'send-letter', 'check-password') THEN 20
    -- and made-up data is in nobody's way.
    WHEN job_name IN ('bring-sample', 'check-sample', 'import-sample') THEN 30
  END;
BEGIN
  IF urgency IS NULL THEN
    RAISE EXCEPTION 'no job is called %', job_name USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF after_job IS NOT NULL THEN
    -- The runner takes the key from a running job for a newer wish. Held until we commit: a newer wish has been
    -- written, and nothing is left to wish for, or it waits for ours and replaces it.
    PERFORM FROM graphile_worker._private_jobs WHERE id = after_job AND key = job_key FOR UPDATE;
    IF NOT FOUND THEN RETURN; END IF;
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
      job_key => job_key,
      priority => urgency
    )).id INTO written;
    IF written IS NOT NULL THEN RETURN; END IF;
  END LOOP;
  RAISE EXCEPTION 'the wish for % could not be written', job_name;
END $$;
REVOKE ALL ON FUNCTION jobs.enqueue(text, jsonb, text, timestamptz, text, bigint) FROM PUBLIC;
GRANT USAGE ON SCHEMA jobs TO tenant, platform;
GRANT EXECUTE ON FUNCTION jobs.enqueue(text, jsonb, text, timestamptz, text, bigint) TO tenant, platform;
