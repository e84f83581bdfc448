import { invitationLink, lettersTo } from "./fixtures/letters";
import { newCompany, newPerson } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { ImportPages } from "./pages/import-pages";
import { InvitationPages } from "./pages/invitation-pages";
import { PeoplePage } from "./pages/people-page";
import { StaffPages } from "./pages/staff-pages";

const names = [
  "Ben Okoye",
  "Clara Voigt",
  "Dev Patel",
  "Elif Demir",
  "Felix Brandt",
  "Gina Rossi",
  "Hana Sato",
];

test("a list of people becomes people in their seats @both-styles", async ({ open, staff }) => {
  const initech = { ...newCompany("Initech"), seats: 12 };
  const admin = newPerson("Ada Marsh", initech);
  const ivan = newPerson("Ivan Petrov", initech);
  const others = names.map((name) => newPerson(name, initech));

  const staffPages = new StaffPages(await open({ storageState: staff.session }));
  await staffPages.createTenant({ ...initech, admin });

  const adminPage = await open();
  await new InvitationPages(adminPage).walkIn(admin, await invitationLink(admin.email));
  const people = new PeoplePage(adminPage);
  await people.expectSeats({ used: 1, reserved: 0, free: 11, purchased: 12 });

  const imports = new ImportPages(adminPage);
  const good = [ivan, ...others].map(({ name, email }) => `${name},${email},viewer`);
  const bad = ["Nobody,not-an-address,viewer", `Odd Role,odd@${initech.domain},owner`];
  await imports.upload(initech.slug, "people.csv", ["Name,Email,Role", ...good, ...bad].join("\n"));
  await expect(imports.stat("Seats needed")).toHaveText("8");
  await expect(imports.stat("Can't be read")).toHaveText("2");
  await imports.admit();
  await imports.finish();
  await expect(imports.stat("Invited")).toHaveText("8");
  await expect(imports.row("not-an-address")).toContainText("Couldn't be read");
  for (const person of [ivan, ...others]) expect(await lettersTo(person.email)).toHaveLength(1);
  expect(await lettersTo(`odd@${initech.domain}`)).toHaveLength(0);

  const ivansPage = await open();
  await new InvitationPages(ivansPage).walkIn(ivan, await invitationLink(ivan.email));
  await expect(ivansPage).toHaveURL(`/t/${initech.slug}/analytics`);
  await expect(ivansPage.getByRole("heading", { name: "Welcome, Ivan" })).toBeVisible();

  await people.open(initech.slug);
  await people.expectSeats({ used: 2, reserved: 7, free: 3, purchased: 12 });
  await expect(people.row(ivan.email)).toContainText("Active");
});
