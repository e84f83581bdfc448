import type { Locator, Page } from "@playwright/test";
import type postgres from "postgres";
import type { Firm } from "./fixtures/office";
import { readPdf } from "./fixtures/read-pdf";
import { expect, test } from "./fixtures/test";

const BLACK = "rgb(0, 0, 0)";
const WHITE = "rgb(255, 255, 255)";
const names = Array.from({ length: 40 }, (_, at) => `Paula Paper-${String(at).padStart(2, "0")}.`);

test("people print as a list: whose it is and what it shows on top, headings on every sheet, nothing to press", async ({
  office,
  open,
  sql,
}) => {
  const firm = await office.found("Sheets", 60);
  await plantPeople(sql, firm);
  const page = await open({ storageState: firm.session, colorScheme: "dark" });
  await page.goto(`/t/${firm.slug}/people?role=viewer&sort=oldest`);
  const sheets = await print(page);
  expect(sheets[0]).toMatch(/Asof\d+\w{3}\d{4},\d\d:\d\dUTC:Allwithaseat,viewer,oldestfirst\./);
  expect(sheets[0]).toContain(squeeze(firm.name));
  expectHeadings(sheets, "Person Role Stage Invited Last sign-in");
  for (const name of names) {
    const holding = sheets.filter((sheet) => sheet.includes(squeeze(name)));
    expect(holding, name).toHaveLength(1);
    expect(holding[0], `${name} is not cut`).toContain(addressOf(name, firm));
  }
  await expectPaper(page);
});

test("activity prints as a list: whose it is and what it shows on top, headings on every sheet, nothing to press", async ({
  office,
  open,
  sql,
}) => {
  const firm = await office.found("Sheets", 60);
  await plantPeople(sql, firm);
  const page = await open({ storageState: firm.session, colorScheme: "dark" });
  await page.goto(`/t/${firm.slug}/activity?kind=people&from=2020-01-01`);
  const sheets = await print(page);
  expect(sheets[0]).toContain(squeeze("UTC: People, done by: Anybody, from 2020-01-01."));
  expect(sheets[0]).toContain(squeeze(firm.name));
  expectHeadings(sheets, "What About Done by When");
  for (const name of names)
    expect(
      sheets.filter((sheet) => sheet.includes(squeeze(name))),
      name,
    ).toHaveLength(1);
  await expectPaper(page);
});

const squeeze = (text: string) => text.replaceAll(" ", "");
const addressOf = (name: string, firm: Firm) => `${name.replace(/\W/g, "").toLowerCase()}@${firm.domain}`;

/** More people, and as many changes, than one sheet holds. */
async function plantPeople(sql: postgres.Sql, firm: Firm): Promise<void> {
  const people = JSON.stringify(names.map((name) => ({ name, email: addressOf(name, firm) })));
  await sql`
    with planted as (
      insert into seats (tenant_id, email, email_key, name, name_key, role, stage, invited_at)
      select t.id, p.email, p.email, p.name, lower(p.name), 'viewer', 'invited', now()
      from tenants t, jsonb_to_recordset(${people}::text::jsonb) as p(name text, email text)
      where t.slug = ${firm.slug} returning id, tenant_id)
    insert into audit (tenant_id, verb, actor, subject)
    select tenant_id, 'seat.invited', '{"kind":"job","name":"planted"}', id from planted`;
}

/** The text of each sheet of paper. */
async function print(page: Page): Promise<string[]> {
  await expect(page.getByRole("table")).toBeVisible();
  const sheets = readPdf(await page.pdf({ format: "A4" }));
  expect(sheets.length).toBeGreaterThan(1);
  return sheets;
}

function expectHeadings(sheets: readonly string[], headings: string): void {
  const without = sheets.filter((sheet) => !sheet.includes(squeeze(headings)));
  expect(without, "sheets without headings").toEqual([]);
}

/** Of the page only what can be read stays, black on white although the screen is dark. */
async function expectPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const role of ["navigation", "button", "checkbox", "combobox", "searchbox", "textbox"] as const)
    await expect(page.getByRole(role), role).toHaveCount(0);
  const colours = await page
    .locator("main :visible, body")
    .evaluateAll((elements) => [...new Set(elements.map((element) => getComputedStyle(element).color))]);
  expect(colours).toEqual([BLACK]);
  const row: Locator = page.locator("tbody tr").first();
  await expect(row).toHaveCSS("break-inside", "avoid");
  for (const thing of [page.locator("th").first(), page.locator("main section").last()])
    await expect(thing).toHaveCSS("background-color", WHITE);
}
