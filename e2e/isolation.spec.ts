import { randomUUID } from "node:crypto";
import { type APIRequestContext, type APIResponse, type Page, request } from "@playwright/test";
import { type CapturedAction, captureAction, exchangeWords, sendAction } from "./fixtures/actions";
import { callsAbout } from "./fixtures/auth0";
import { snapshotTenant } from "./fixtures/database";
import type { Firm } from "./fixtures/office";
import { newCompany, newPerson } from "./fixtures/people";
import { readHome, services } from "./fixtures/services";
import type { Session } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { ImportPages } from "./pages/import-pages";
import { PeoplePage } from "./pages/people-page";
import { StaffPages } from "./pages/staff-pages";

type Outsider = { who: string; storageState: Session | undefined };

let initech: Firm;
let globex: Firm;
let outsiders: Outsider[];
/** Whatever only Initech may read. */
let secrets: string[];
let actions: CapturedAction[] | undefined;
/** The tenant that the staff's actions are captured on. */
const hooli = newCompany("Hooli");
/** The ids of Initech's rows. */
let ids: { tenant: string; seat: string; admin: string; import: string };

test.beforeAll(async ({ office, staff, sql }) => {
  initech = await office.found("Initech", 20);
  globex = await office.found("Globex", 5);
  const viewer = await office.seat(globex, "Vera Globex");
  const people = ["Milton Waddams", "Samir Nagheenanajar"].map((name) => newPerson(name, initech));
  await office.invite(initech, people);
  const [row] = await sql<(typeof ids)[]>`
    select t.id as tenant, s.id as seat, i.id as import,
      (select a.id from seats a where a.tenant_id = t.id and a.role = 'admin') as admin
    from tenants t join seats s on s.tenant_id = t.id join imports i on i.tenant_id = t.id
    where t.slug = ${initech.slug} and s.email = ${people[0]?.email ?? ""}`;
  if (!row) throw new Error("Initech has no seats");
  ids = row;
  secrets = [initech.name, `@${initech.domain}`, ...people.map(({ name }) => name)];
  outsiders = [
    { who: "an admin of another tenant", storageState: globex.session },
    { who: "a viewer of another tenant", storageState: viewer.session },
    { who: "a member of staff", storageState: staff.session },
    { who: "nobody", storageState: undefined },
  ];
});

test("the import reaches Auth0 as one job, and the portal's token holds five scopes", async ({
  office,
  sql,
}) => {
  const people = ["A", "B", "C", "D", "E", "F", "G", "H"].map((name) => newPerson(`Person ${name}`, initech));
  await office.invite(initech, people);
  const batches = await sql<{ job: string; members: number }[]>`
    select b.auth0_job_id as job, count(*)::int as members from seats s join batches b on b.id = s.batch_id
    where s.email in ${sql(people.map(({ email }) => email))} group by 1`;
  expect(batches.map(({ members }) => members)).toEqual([8]);
  const calls = await callsAbout(batches[0]?.job ?? "");
  expect(calls.filter((route) => route === "POST /api/v2/jobs/users-imports")).toHaveLength(1);

  const { clientId, clientSecret } = JSON.parse(readHome("secrets.json"));
  const grant = {
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
    audience: `${services.auth0}/api/v2/`,
  };
  const answer = await fetch(`${services.auth0}/oauth/token`, {
    method: "POST",
    body: new URLSearchParams(grant),
  });
  const { scope }: { scope: string } = await answer.json();
  expect(scope.split(" ").sort()).toEqual([
    "create:user_tickets",
    "create:users",
    "delete:users",
    "read:users",
    "update:users",
  ]);
});

test("no address of a tenant gives an outsider a byte of it", async () => {
  const home = `/t/${initech.slug}`;
  const paths = [
    "",
    "/analytics",
    "/people",
    `/people?after=${ids.seat}`,
    `/people?before=${ids.seat}`,
    "/people?q=milton",
    `/people/${ids.seat}`,
    "/people/export",
    `/people/bulk/${randomUUID()}`,
    "/imports",
  ];
  paths.push(
    `/imports?after=${ids.import}`,
    "/imports/new",
    `/imports/${ids.import}`,
    "/activity",
    "/settings",
    "/seats",
  );
  for (const { who, storageState } of outsiders) {
    const caller = await openCaller(storageState);
    for (const path of paths)
      for (const headers of [{}, { rsc: "1" }, { rsc: "1", "next-router-prefetch": "1" }]) {
        const answer = await caller.get(`${home}${path}`, { headers });
        const text = await answer.text();
        const said = `${who} at ${path} ${JSON.stringify(headers)}`;
        for (const secret of secrets) expect(text, said).not.toContain(secret);
        // The router's look ahead is answered with the names of the address, which the asker typed.
        if (!("next-router-prefetch" in headers)) expect(isRefused(answer, text), said).toBe(true);
        if (storageState && !("rsc" in headers)) expect(answer.status(), said).toBe(404);
      }
    await caller.dispose();
  }
});

test("the ids of another tenant open nothing under one's own address", async () => {
  const caller = await openCaller(globex.session);
  const home = `/t/${globex.slug}`;
  for (const path of [`imports/${ids.import}`, `people/${ids.seat}`, `people/bulk/${ids.import}`])
    expect((await caller.get(`${home}/${path}`)).status(), path).toBe(404);
  for (const path of [
    `/people?after=${ids.seat}`,
    `/people?before=${ids.seat}`,
    `/imports?after=${ids.import}`,
  ]) {
    const answer = await caller.get(`${home}${path}`);
    const text = await answer.text();
    for (const secret of secrets) expect(text, path).not.toContain(secret);
  }
  await caller.dispose();
});

test("no action works for an outsider, with whatever ids, at whatever address", async ({
  open,
  sql,
  staff,
}) => {
  test.setTimeout(180_000);
  const actions = await captureTenantActions(await open({ storageState: initech.session }));
  const staffActions = await captureStaffActions(await open({ storageState: staff.session }));
  const before = await snapshotTenant(sql, initech.slug);
  const paths = [`/t/${initech.slug}/people`, `/t/${globex.slug}/people`, "/"];
  for (const { who, storageState } of outsiders) {
    const caller = await openCaller(storageState);
    for (const action of who === "a member of staff" ? actions : [...actions, ...staffActions])
      for (const slug of [initech.slug, globex.slug])
        for (const path of paths) {
          const text = await (await sendAction(caller, path, action, { [initech.slug]: slug })).text();
          for (const secret of secrets)
            expect(text, `${who}: ${action.name} of ${slug} at ${path}`).not.toContain(secret);
        }
    await caller.dispose();
  }
  expect(await snapshotTenant(sql, initech.slug)).toBe(before);
  // Made once, by the staff; the same form sent again under another address made no second one.
  expect(await sql`select slug from tenants where name = ${hooli.name}`).toHaveLength(1);
});

test("an action sent from another site does nothing", async ({ open, sql }) => {
  actions ??= await captureTenantActions(await open({ storageState: initech.session }));
  const before = await snapshotTenant(sql, initech.slug);
  const caller = await openCaller(initech.session);
  const origins: Record<string, string>[] = [
    { origin: "http://localhost:1", "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "cross-site" },
    {},
  ];
  for (const from of origins)
    for (const action of actions) await sendAction(caller, `/t/${initech.slug}/people`, action, {}, from);
  expect(await snapshotTenant(sql, initech.slug)).toBe(before);
  // The same requests from our own page are obeyed: what refused them was where they came from.
  for (const action of actions) await sendAction(caller, `/t/${initech.slug}/people`, action);
  expect(await snapshotTenant(sql, initech.slug)).not.toBe(before);
  await caller.dispose();
});

/** The five actions of an admin, done once to somebody else, and aimed at rows of Initech that are still there. */
async function captureTenantActions(page: Page): Promise<CapturedAction[]> {
  const imports = new ImportPages(page);
  const people = new PeoplePage(page);
  const other = newPerson("Peter Gibbons", { domain: `${randomUUID()}.example` });
  await imports.open(initech.slug);
  await page.getByLabel("Or paste addresses").fill(`${other.email},${other.name}`);
  const preview = await captureAction(page, "preview", () => imports.preview.click());
  const admit = await captureAction(page, "admit", () => imports.confirm.click());
  await imports.finish();
  const used = page.url().split("/").at(-1) ?? "";
  await people.open(initech.slug);
  const renew = await captureAction(page, "renew", () => people.choose(other.name, "Send a new letter"));
  await people.choose(other.name, "Revoke invitation");
  const revoke = await captureAction(page, "release", () =>
    people.dialog.getByRole("button", { name: "Revoke" }).click(),
  );
  await expect(people.row(other.email)).toHaveCount(0);
  const [seat = ""] = idsOf(renew);
  const saveDays = async (days: string) => {
    await page.goto(`/t/${initech.slug}/settings`);
    await page.getByLabel("Days an invitation holds").fill(days);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Settings saved").first()).toBeVisible();
  };
  const settings = await captureAction(page, "settings", () => saveDays("9"));
  await saveDays("7");
  return [
    preview,
    settings,
    exchangeWords(admit, { [used]: randomUUID() }),
    exchangeWords(renew, { [seat]: ids.seat }),
    exchangeWords(revoke, { [seat]: ids.seat }),
  ];
}

/** The six actions of the staff, done once to a tenant of their own and aimed at Initech. */
async function captureStaffActions(page: Page): Promise<CapturedAction[]> {
  const pages = new StaffPages(page);
  await pages.fillInTenant({ ...hooli, seats: 2, admin: newPerson("Gavin Belson", hooli) });
  const create = await captureAction(page, "create", () => pages.create.click());
  await page.waitForURL(`/staff/tenants/${hooli.slug}`);
  const seats = await captureAction(page, "change seats", () => pages.changeSeats(hooli.slug, 3));
  const invite = await captureAction(page, "invite admin", () =>
    pages.inviteAdmin(newPerson("Erlich Bachman", hooli)),
  );
  const admin = pages.admin("Erlich Bachman");
  await expect(admin).toContainText("Invited");
  const renew = await captureAction(page, "renew admin", () =>
    admin.getByRole("button", { name: "new letter" }).click(),
  );
  const release = await captureAction(page, "release admin", () => pages.revokeAdmin("Erlich Bachman"));
  const [, seat = ""] = idsOf(release);
  const suspend = await captureAction(page, "suspend", () => pages.suspend(hooli.slug));
  const [tenant = ""] = idsOf(seats);
  return [
    exchangeWords(create, { [hooli.slug]: newCompany("Hooli").slug }),
    exchangeWords(seats, { [tenant]: ids.tenant }),
    exchangeWords(invite, { [tenant]: ids.tenant }),
    exchangeWords(renew, { [tenant]: ids.tenant, [seat]: ids.admin }),
    exchangeWords(release, { [tenant]: ids.tenant, [seat]: ids.admin }),
    exchangeWords(suspend, { [tenant]: ids.tenant }),
  ];
}

/** Not found, or led to sign in. The router's own requests are answered 200, with the refusal inside. */
function isRefused(answer: APIResponse, text: string): boolean {
  const isSignIn = answer.url().startsWith(`${services.auth0}/u/login`);
  return answer.status() === 404 || isSignIn || /NEXT_HTTP_ERROR_FALLBACK;404|NEXT_REDIRECT/.test(text);
}

/** The ids that an action was sent with, in order. */
function idsOf(action: CapturedAction): string[] {
  return action.body.toString().match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
}

function openCaller(storageState: Session | undefined): Promise<APIRequestContext> {
  return request.newContext({ baseURL: services.app, ...(storageState ? { storageState } : {}) });
}
