import { type APIRequestContext, request } from "@playwright/test";
import { type BuiltAction, builtActions } from "./fixtures/build";
import { snapshotTenant } from "./fixtures/database";
import { services } from "./fixtures/services";
import { expect, test } from "./fixtures/test";
import { logOf } from "./fixtures/web-log";

const own = { origin: services.app, "sec-fetch-site": "same-origin" };
const foreign: Record<string, string>[] = [
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  // A tool, or a browser of long ago: no word of where it comes from.
  {},
];

test("every server action of the build looks where its form stood, at whatever address it is posted", async ({
  office,
  sql,
}) => {
  const firm = await office.found("Initech", 2);
  const caller = await request.newContext({ baseURL: services.app, storageState: firm.session });
  const before = await snapshotTenant(sql, firm.slug);
  const actions = builtActions();
  expect(actions.length).toBeGreaterThan(7);
  for (const action of actions)
    for (const path of ["/", `/t/${firm.slug}/people`, "/no/such/page"]) {
      for (const from of foreign)
        expect(await judge(caller, path, action, from), `${action.name} at ${path}`).toBe("foreign");
      expect(await judge(caller, path, action, own), `${action.name} at ${path}`).toBe("ours");
    }
  expect(await snapshotTenant(sql, firm.slug)).toBe(before);
  await caller.dispose();
});

test("an action whose Origin is another site's is not even begun", async ({ office }) => {
  const firm = await office.found("Globex", 2);
  const caller = await request.newContext({ baseURL: services.app, storageState: firm.session });
  for (const action of builtActions()) {
    const answer = await post(caller, "/", action, { origin: "https://evil.example" });
    expect(answer.status(), action.name).toBe(500);
  }
  await caller.dispose();
});

test("the letter's button on another site does nothing, and says so", async ({ request }) => {
  for (const path of ["/invitations/some-token/step", "/continue/step"]) {
    const answer = await request.post(path, { headers: { "sec-fetch-site": "cross-site" } });
    expect(answer.status()).toBe(403);
    expect(await answer.text()).toContain("This form stood on another site");
  }
});

/** What the wrapper of an action thought of a post, by the log lines of that request. */
async function judge(
  caller: APIRequestContext,
  path: string,
  action: BuiltAction,
  from: Record<string, string>,
): Promise<"foreign" | "ours"> {
  const answer = await post(caller, path, action, from);
  const lines = await logOf(answer.headers()["x-request-id"] ?? "");
  return lines.some(({ event }) => event === "web.foreign-form") ? "foreign" : "ours";
}

function post(caller: APIRequestContext, path: string, action: BuiltAction, from: Record<string, string>) {
  const headers = { ...from, "next-action": action.id, "content-type": "text/plain;charset=UTF-8" };
  return caller.post(path, { data: "[]", headers, maxRedirects: 0 });
}
