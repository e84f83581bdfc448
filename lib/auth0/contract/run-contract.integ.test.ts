import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openPortal } from "@/db/testing/open-portal";
import { becomePortal } from "@/db/testing/portal-environment";
import { startAuth0, type TestAuth0 } from "@/db/testing/start-auth0";
import { portalScopes } from "../portal-scopes";
import { behaviours } from "./behaviours";
import { runContract } from "./run-contract";

const asItShouldBe = { jobDelayMs: 500, loginStyle: "universal", scopes: portalScopes };
const database = openPortal();
let auth0: TestAuth0;

beforeAll(async () => {
  auth0 = await startAuth0(database.urls);
  becomePortal(database.urls, { auth0: auth0.origin });
});
afterAll(() => auth0.stop());
beforeEach(async () => {
  await auth0.control("POST /reset");
  await auth0.control("PUT /settings", asItShouldBe);
});

it("a behaviour that is broken is named, and its people are deleted all the same", async () => {
  await auth0.control("PUT /settings", { ...asItShouldBe, loginStyle: "classic" });
  await auth0.control("POST /weather", { route: "PATCH /api/v2/users/{id}", kind: "fail", times: 1 });
  const wrong = (await runContract()).filter(({ is }) => is === "wrong");
  expect(wrong).toMatchObject([
    {
      name: "Both tickets lead to the tenant's pages",
      detail: expect.stringMatching(/\/lo\/reset, a classic page, but AUTH0_LOGIN_STYLE is universal/),
      mend: expect.stringContaining("AUTH0_LOGIN_STYLE=classic"),
    },
    {
      name: "Blocking shows at once, and twice is once",
      detail: expect.stringMatching(/^setting blocked: unreachable \(503/),
    },
  ]);
  expect(await auth0.control("GET /state")).toMatchObject({ users: 0 });
});

it("without a token nothing is tried", async () => {
  await auth0.control("PUT /settings", { ...asItShouldBe, scopes: [] });
  const found = await runContract();
  expect(found.filter(({ is }) => is === "wrong").map(({ name }) => name)).toEqual([
    "AUTH0_CLIENT_ID, _SECRET",
  ]);
  expect(found.filter(({ detail }) => detail === "not tried")).toHaveLength(behaviours.length);
});
