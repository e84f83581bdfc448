import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { becomePortal } from "@/db/testing/portal-environment";
import { startAuth0, type TestAuth0 } from "@/db/testing/start-auth0";
import { submitImport } from "./submit-import";

let database: FreshDatabase;
let auth0: TestAuth0;

beforeAll(async () => {
  database = await freshDatabase();
  auth0 = await startAuth0(database.urls);
  becomePortal(database.urls, { auth0: auth0.origin });
});
afterAll(async () => {
  await Promise.all([auth0.stop(), disconnect()]);
  await database.drop();
});

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
