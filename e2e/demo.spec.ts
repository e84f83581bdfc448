import type postgres from "postgres";
import { readHome } from "./fixtures/services";
import { expect, test } from "./fixtures/test";
import { HostedPages } from "./pages/hosted-pages";
import { ImportPages } from "./pages/import-pages";
import { PeoplePage } from "./pages/people-page";

type Known = { email: string; password: string; tenant: string | null };

function known(email: string): Known {
  const { people }: { people: Known[] } = JSON.parse(readHome("services.json"));
  const found = people.find((person) => person.email === email);
  if (!found) throw new Error(`${email} is not among the people that the launcher names`);
  return found;
}

async function stagesOf(sql: postgres.Sql, slug: string): Promise<string[]> {
  const rows = await sql<{ stage: string }[]>`
    select distinct stage from seats s join tenants t on t.id = s.tenant_id where t.slug = ${slug} order by 1`;
  return rows.map(({ stage }) => stage);
}

test("the demo stands as the readme says: staff, Acme with people at each stage, Globex nearly full @classic", async ({
  open,
  sql,
}) => {
  const staff = await open();
  await staff.goto("/auth/login");
  const sam = known("sam@analystick.example");
  await new HostedPages(staff).signIn(sam.email, sam.password);
  await expect(staff.getByRole("heading", { name: "Tenants" })).toBeVisible();
  await expect(staff.getByRole("link", { name: "Acme", exact: true })).toBeVisible();

  const admin = await open();
  await admin.goto("/auth/login");
  const ada = known("ada.marsh@acme.example");
  await new HostedPages(admin).signIn(ada.email, ada.password);
  const people = new PeoplePage(admin);
  await people.open("acme");
  await people.expectSeats({ used: 4, reserved: 9, free: 12, purchased: 25 });
  for (const word of ["Active", "Verified", "Invited", "Reserved", "Imported", "Undeliverable"])
    await expect(people.row(word).first(), word).toBeVisible();
  expect(await stagesOf(sql, "acme")).toEqual([
    "active",
    "imported",
    "invited",
    "released",
    "reserved",
    "verified",
  ]);

  // The sample that the import page offers has ten people, two of whom need a look.
  await admin.goto("/t/acme/imports/new");
  const [download] = await Promise.all([
    admin.waitForEvent("download"),
    admin.getByRole("link", { name: "Download a sample list" }).click(),
  ]);
  await admin.getByLabel("CSV file").setInputFiles(await download.path());
  const imports = new ImportPages(admin);
  await imports.preview.click();
  await expect(imports.stat("Seats needed")).toContainText("8");
  await expect(imports.stat("Can't be read")).toHaveText("2");

  const [globex] = await sql<{ free: number; purchased: number }[]>`
    select seats_purchased as purchased, seats_purchased - seats_held as free from tenants where slug = 'globex'`;
  expect(globex).toEqual({ purchased: 10, free: 1 });
});
