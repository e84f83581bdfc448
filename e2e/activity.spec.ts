import { readFileSync } from "node:fs";
import { newPerson } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test("an admin sees what they just did, with what was there before, narrows the list and takes it home", async ({
  open,
  office,
}) => {
  const firm = await office.found("Chronicle", 5);
  const person = newPerson("Tess Told", firm);
  await office.invite(firm, [person]);
  const page = await open({ storageState: firm.session });
  await page.goto(`/t/${firm.slug}/settings`);
  const days = page.getByLabel("Days an invitation holds");
  const before = await days.inputValue();
  await days.fill("11");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("saved", { exact: false }).first()).toBeVisible();

  await page.getByRole("link", { name: "Activity" }).click();
  await expect(page).toHaveTitle(/^Activity · Chronicle/);
  const rows = page.getByRole("table").locator("tbody").getByRole("row");
  const newest = rows.filter({ hasText: "Settings changed" });
  await expect(newest).toContainText(`From ${before} days, with reminders to 11 days, with reminders`);
  await expect(newest).toContainText(firm.admin.name);
  await expect(rows.filter({ hasText: "Organisation created" })).toContainText("Analystick staff");

  await page.getByLabel("Kind of change").selectOption("Seats and settings");
  await page.getByLabel("Done by").selectOption("People of the organisation");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/kind=settings&source=person/);
  await expect(rows).toHaveCount(1);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const lines = readFileSync(await (await download).path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`"${before} days, with reminders","11 days, with reminders"`);

  await page.goto(`/t/${firm.slug}/activity?kind=people`);
  await rows.getByRole("link", { name: person.name }).first().click();
  await expect(page.getByRole("heading", { name: person.name })).toBeVisible();
});

test("activity is narrowed and turned without JavaScript, and no page holds the log's own numbers", async ({
  faults,
  open,
  office,
  sql,
}) => {
  // What a browser that runs no scripts says of each of them.
  faults.expect(/_next\/static\/chunks\/\S+ csp/);
  const firm = await office.found("Quiet", 5);
  await sql`
    insert into audit (tenant_id, verb, actor, subject)
    select id, 'seat.imported', '{"kind":"job","name":"j"}', id from tenants, generate_series(1, 60)
    where slug = ${firm.slug}`;
  const page = await open({ storageState: firm.session, javaScriptEnabled: false });
  const answer = await page.goto(`/t/${firm.slug}/activity?kind=people&source=job`);
  const [top] = await sql`
    select a.id, a.ref from audit a join tenants t on t.id = a.tenant_id where t.slug = ${firm.slug}
    and a.verb = 'seat.imported' order by a.id desc limit 1`;
  const html = (await answer?.text()) ?? "";
  expect(html).toContain(top?.ref);
  expect(html).not.toMatch(new RegExp(`[^0-9a-f-]${top?.id}[^0-9a-f-]`));
  const rows = page.getByRole("table").locator("tbody").getByRole("row");
  await expect(rows).toHaveCount(50);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/kind=people&source=job&after=[0-9a-f-]{36}$/);
  await page.getByLabel("To, included").fill("2020-01-01");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("Nothing matches")).toBeVisible();
});

test("a viewer is led away from activity, and an outsider finds nothing, not even a file", async ({
  open,
  office,
}) => {
  const [firm, other] = [await office.found("Watched", 5), await office.found("Beside", 5)];
  const viewer = await office.seat(firm, "Vic Viewer");
  const seen = await open({ storageState: viewer.session });
  await seen.goto(`/t/${firm.slug}/activity`);
  await expect(seen).toHaveURL(`/t/${firm.slug}/analytics`);
  await expect(seen.getByRole("link", { name: "Activity" })).toHaveCount(0);
  expect((await seen.request.get(`/t/${firm.slug}/activity/export`)).status()).toBe(404);
  const outsider = await open({ storageState: other.session });
  for (const path of ["activity", "activity/export"])
    expect((await outsider.request.get(`/t/${firm.slug}/${path}`)).status(), path).toBe(404);
});
