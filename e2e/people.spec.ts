import { invitationLink, lettersTo } from "./fixtures/letters";
import { newPerson } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { ImportPages } from "./pages/import-pages";
import { PeoplePage } from "./pages/people-page";

test("resend, revoke and remove do what they say, and the meter follows", async ({ open, office }) => {
  const initech = await office.found("Initech", 6);
  const viewer = await office.seat(initech, "Vic Viewer");
  const waiting = ["Wanda Waiting", "Wes Waiting"].map((name) => newPerson(name, initech));
  await office.invite(initech, waiting);
  const page = await open({ storageState: initech.session });
  const people = new PeoplePage(page);
  await people.open(initech.slug);
  await people.expectSeats({ used: 2, reserved: 2, free: 2, purchased: 6 });
  await expect(people.row(waiting[0]?.email ?? "")).toContainText("Invited");
  await expect(people.row(viewer.email)).toContainText("Active");

  await people.resend("Wanda Waiting");
  await invitationLink(waiting[0]?.email ?? "", 2);
  expect(await lettersTo(waiting[1]?.email ?? "")).toHaveLength(1);

  await people.choose("Wes Waiting", "Revoke invitation");
  await people.dialog.getByRole("button", { name: "Cancel" }).click();
  await people.expectSeats({ used: 2, reserved: 2, free: 2, purchased: 6 });
  await people.revoke("Wes Waiting");
  await expect(people.row("Wes Waiting")).toHaveCount(0);
  await people.expectSeats({ used: 2, reserved: 1, free: 3, purchased: 6 });

  await page.getByRole("button", { name: "Actions for Vic Viewer" }).click();
  await expect(page.getByRole("menuitem", { name: "Send a new letter" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  // The menu gives the focus back a moment after it closed; a click in between would lose what it opened.
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Actions for Vic Viewer" })).toBeFocused();
  await people.remove("Vic Viewer");
  await expect(people.row("Vic Viewer")).toHaveCount(0);
  await people.expectSeats({ used: 1, reserved: 1, free: 4, purchased: 6 });

  // A seat taken back can be given again, to the same person too.
  await office.invite(initech, [waiting[1] ?? viewer]);
  await people.open(initech.slug);
  await people.expectSeats({ used: 1, reserved: 2, free: 3, purchased: 6 });
  await invitationLink(waiting[1]?.email ?? "", 2);
});

test("more than fifty people stand on several pages, each of them once", async ({ open, office, staff }) => {
  const initech = await office.found("Initech", 125);
  const roster = Array.from({ length: 120 }, (_, at) =>
    newPerson(`Row ${String(at + 1).padStart(3, "0")}`, initech),
  );
  const page = await open({ storageState: initech.session });
  const imports = new ImportPages(page);
  await imports.bringIn(initech.slug, roster.map(({ email, name }) => `${email},${name}`).join("\n"));
  await expect(imports.stat("Invited")).toHaveText("120");

  const people = new PeoplePage(page);
  await people.open(initech.slug);
  await people.expectSeats({ used: 1, reserved: 120, free: 4, purchased: 125 });
  const seen: string[] = [];
  for (const size of [50, 50, 21]) {
    await expect(people.rows).toHaveCount(size);
    const known = seen.length;
    const shown = await people.rows.locator("td:first-child").allInnerTexts();
    seen.push(...shown);
    expect(new Set(seen).size).toBe(known + size);
    const next = page.getByRole("link", { name: "Next" });
    if (size < 50) await expect(next).toHaveCount(0);
    else {
      await next.click();
      await expect(people.rows.first()).not.toContainText(shown[0]?.split("\n")[0] ?? "");
    }
  }
  await page.getByRole("link", { name: "Previous" }).click();
  await expect(people.rows).toHaveCount(50);

  const staffPage = await open({ storageState: staff.session });
  await staffPage.goto(`/staff/tenants/${initech.slug}`);
  await staffPage.getByLabel("Seats purchased").fill("100");
  await staffPage.getByRole("button", { name: "Save" }).click();
  await staffPage.getByRole("alertdialog").getByRole("button", { name: "Sell 100" }).click();
  await expect(staffPage.getByText("100 seats purchased, 125 before").first()).toBeVisible();
  await people.open(initech.slug);
  await expect(page.getByText("More seats are held than purchased")).toBeVisible();
});
