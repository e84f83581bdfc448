import { request } from "@playwright/test";
import { captureAction, sendAction } from "./fixtures/actions";
import { services } from "./fixtures/services";
import { expect, test } from "./fixtures/test";
import { startWeb, type Web } from "./fixtures/web";
import { StaffPages } from "./pages/staff-pages";

let second: Web;
test.beforeAll(async () => {
  second = await startWeb({ DRAIN_NOTICE_SECONDS: "0" });
});
test.afterAll(async () => {
  await second.stop();
});

test("two web processes share sessions: one that ends at the first is over at the second", async ({
  office,
}) => {
  const initech = await office.found("Initech", 5);
  const people = `/t/${initech.slug}/people`;
  const caller = await request.newContext({ storageState: initech.session, maxRedirects: 0 });
  // Cookies belong to a host, whatever its port; the second process is asked by the same name.
  const elsewhere = second.origin.replace("127.0.0.1", "localhost");
  for (const origin of [services.app, elsewhere]) {
    const page = await caller.get(`${origin}${people}`);
    expect(page.status(), origin).toBe(200);
    expect(await page.text()).toContain(initech.admin.email);
  }
  await caller.get(`${elsewhere}/auth/logout`);
  const cookies = initech.session;
  const again = await request.newContext({ storageState: cookies, maxRedirects: 0 });
  for (const origin of [services.app, elsewhere])
    expect((await again.get(`${origin}${people}`)).status(), origin).not.toBe(200);
  await Promise.all([caller.dispose(), again.dispose()]);
});

test("a server action of a page from the first process works at the second", async ({
  open,
  office,
  staff,
  sql,
}) => {
  const globex = await office.sell("Globex", 5);
  const page = await open({ storageState: staff.session });
  const saving = await captureAction(page, "changeSeats", () =>
    new StaffPages(page).changeSeats(globex.slug, 4711),
  );
  const caller = await request.newContext({ storageState: staff.session });
  const elsewhere = second.origin.replace("127.0.0.1", "localhost");
  // What a balancer passes on: the host that the browser asked for.
  const from = {
    origin: services.app,
    "sec-fetch-site": "same-origin",
    "x-forwarded-host": new URL(services.app).host,
  };
  const answer = await sendAction(
    caller,
    `${elsewhere}/staff/tenants/${globex.slug}`,
    saving,
    { "4711": "4712" },
    from,
  );
  expect(answer.status()).toBe(200);
  const [row] = await sql`select seats_purchased from tenants where slug = ${globex.slug}`;
  expect(row?.seats_purchased).toBe(4712);
  await caller.dispose();
});
