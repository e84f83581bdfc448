import { afterAll, beforeAll, expect, it } from "vitest";
import { openPortal } from "@/db/testing/open-portal";
import { becomePortal } from "@/db/testing/portal-environment";
import { startAuth0, type TestAuth0 } from "@/db/testing/start-auth0";
import { readAuth0User } from "./read-user";
import { submitImport } from "./submit-import";

const database = openPortal();
let auth0: TestAuth0;

beforeAll(async () => {
  auth0 = await startAuth0(database.urls);
  becomePortal(database.urls, { auth0: auth0.origin });
});
afterAll(() => auth0.stop());

it.each([401, 403])(
  "a set-up that Auth0 answers with %i is tried again: no person is refused for it",
  async (status) => {
    await auth0.control("POST /weather", { route: "POST /oauth/token", kind: "fail", status, times: 1 });
    expect(await submitImport({ id: "batch", users: [] })).toMatchObject({
      ok: false,
      reason: "unreachable",
      retry: true,
    });
  },
);

it("a job waits in place for a call that is due within two seconds, and for none that is due later", async () => {
  const waitFor = async (seconds: number) => {
    // The plan's rate is 14 a second; a job leaves the last ten to people.
    await database.sql`
      insert into auth0_budget (name, tokens) values ('all', ${11 - 14 * seconds})
      on conflict (name) do update set tokens = excluded.tokens, refilled_at = now(), patient_since = null`;
    const began = performance.now();
    const { ok, ...failure } = await readAuth0User("auth0|nobody", { urgent: false });
    return { ok, ...failure, ms: performance.now() - began };
  };
  expect(await waitFor(1)).toMatchObject({ reason: "not-found" });
  const late = await waitFor(5);
  expect(late).toMatchObject({ reason: "busy", detail: "budget" });
  expect(late.ms).toBeLessThan(2_500);
});
