import { lettersTo } from "./fixtures/letters";
import type { Firm } from "./fixtures/office";
import { newPerson } from "./fixtures/people";
import { services } from "./fixtures/services";
import { expect, test } from "./fixtures/test";
import { ImportPages } from "./pages/import-pages";
import { PeoplePage } from "./pages/people-page";

let initech: Firm;

test.beforeAll(async ({ office }) => {
  initech = await office.found("Initech", 5);
});

test("a list longer than the free seats is cut by the admin, never silently", async ({ open, office }) => {
  const small = await office.found("Hooli", 5);
  const page = await open({ storageState: small.session });
  const imports = new ImportPages(page);
  const six = ["A", "B", "C", "D", "E", "F"].map((letter) => newPerson(`Person ${letter}`, small));
  await imports.paste(small.slug, six.map(({ email }) => email).join("\n"));
  await expect(imports.stat("Seats needed")).toContainText("6");
  await expect(page.getByText("2 people too many for the free seats")).toBeVisible();
  await expect(imports.confirm).toBeDisabled();
  await page.getByRole("button", { name: "Keep the first 4" }).click();
  await expect(imports.stat("Left out by you")).toHaveText("2");
  await page.getByRole("button", { name: `Leave out ${six[0]?.email}` }).click();
  await page.getByRole("button", { name: `Take in ${six[5]?.email}` }).click();
  await expect(imports.confirm).toHaveText("Invite 4 people");
  await imports.admit();
  await imports.finish();
  await expect(imports.stat("Invited")).toHaveText("4");
  await expect(imports.row(six[0]?.email ?? "")).toContainText("Left out");
  await expect(imports.row(six[5]?.email ?? "")).toContainText("Letter sent");
  expect(await lettersTo(six[0]?.email ?? "")).toHaveLength(0);
  const people = new PeoplePage(page);
  await people.open(small.slug);
  await people.expectSeats({ used: 1, reserved: 4, free: 0, purchased: 5 });

  await imports.paste(small.slug, `late@${small.domain}`);
  await expect(page.getByText("No seat is free.")).toBeVisible();
  await expect(imports.confirm).toBeDisabled();
});

test("a list whose preview was overtaken by a removal is shown as it stands, and invites nobody again", async ({
  open,
  office,
}) => {
  const firm = await office.found("Raviga", 5);
  const [kept, lost, added] = ["Kim Kept", "Lou Lost", "Ann Added"].map((name) => newPerson(name, firm));
  if (!kept || !lost || !added) throw new Error("three people were named");
  await office.invite(firm, [kept, lost]);
  const page = await open({ storageState: firm.session });
  const imports = new ImportPages(page);
  await imports.paste(firm.slug, [kept, lost, added].map(({ email }) => email).join("\n"));
  await expect(imports.confirm).toHaveText("Invite 1 person");

  const people = new PeoplePage(await open({ storageState: firm.session }));
  await people.open(firm.slug);
  await people.revoke(lost.name);
  await imports.confirm.click();
  await expect(page.getByText("lost their seat since the preview")).toBeVisible();
  await expect(imports.confirm).toHaveText("Invite 2 people");
  await page.getByRole("button", { name: `Leave out ${lost.email}` }).click();
  await imports.admit();
  await imports.finish();
  await expect(imports.row(lost.email)).toContainText("Left out");
  expect(await lettersTo(lost.email)).toHaveLength(1);
  await people.open(firm.slug);
  await people.expectSeats({ used: 1, reserved: 2, free: 2, purchased: 5 });
});

test("the same roster twice changes nothing twice", async ({ open }) => {
  const page = await open({ storageState: initech.session });
  const imports = new ImportPages(page);
  const twins = ["Tina Twin", "Tom Twin"].map((name) => newPerson(name, initech));
  const roster = `Role;Name;E-Mail\n${twins.map(({ name, email }) => `viewer;${name};${email}`).join("\n")}\n`;
  await imports.upload(initech.slug, "twins.csv", roster);
  await expect(imports.confirm).toHaveText("Invite 2 people");
  await imports.admit();
  await imports.finish();

  await imports.upload(initech.slug, "twins.csv", roster.toUpperCase().replaceAll("VIEWER", "viewer"));
  await expect(page.getByText("This list changes nothing")).toBeVisible();
  await expect(imports.stat("Hold a seat already")).toHaveText("2");
  await imports.admit();
  await imports.finish();
  await expect(imports.stat("Held a seat already")).toHaveText("2");
  for (const { email } of twins) expect(await lettersTo(email)).toHaveLength(1);
  const people = new PeoplePage(page);
  await people.open(initech.slug);
  await people.expectSeats({ used: 1, reserved: 2, free: 2, purchased: 5 });
});

test("progress survives a reload and a closed tab", async ({ open, office }) => {
  const firm = await office.found("Pied", 5);
  const slow = ["Sally Slow", "Sid Slow"].map((name) => newPerson(name, firm));
  const weather = { kind: "delay", ms: 6_000, to: `@${firm.domain}$`, times: slow.length };
  await fetch(`${services.mailbox}/api/weather`, { method: "POST", body: JSON.stringify(weather) });
  const page = await open({ storageState: firm.session });
  const imports = new ImportPages(page);
  await imports.paste(firm.slug, slow.map(({ email, name }) => `${name} <${email}>`).join("\n"));
  await imports.admit();
  const underWay = page.getByText("Creating accounts and sending letters");
  await expect(underWay).toBeVisible();
  await page.reload();
  await expect(underWay).toBeVisible();
  await page.close();

  const later = await open({ storageState: firm.session });
  await later.goto(`/t/${firm.slug}/imports`);
  await later.getByRole("link", { name: "Pasted list" }).click();
  const again = new ImportPages(later);
  // Nobody reloads: the page follows by itself.
  await again.finish();
  await expect(again.stat("Invited")).toHaveText("2");
  await expect(again.row("Sally Slow")).toContainText("Letter sent");
});

test("the browser's Back leads from the preview to the pasted list, which is still there", async ({
  open,
}) => {
  const page = await open({ storageState: initech.session });
  const imports = new ImportPages(page);
  const list = `back@${initech.domain},Betty Back`;
  await imports.paste(initech.slug, list);
  await expect(imports.confirm).toBeVisible();
  await page.goBack();
  await expect(imports.pasted).toHaveValue(list);
  await imports.preview.click();
  await expect(imports.confirm).toBeVisible();
  await page.getByRole("button", { name: "Choose another list" }).click();
  await expect(imports.pasted).toHaveValue(list);
});

test("somebody listed twice is no failure, and a list changes nobody's role", async ({ open }) => {
  const page = await open({ storageState: initech.session });
  const imports = new ImportPages(page);
  const twice = `twice@${initech.domain}`;
  const list = [
    `${twice},Tom Twice,viewer`,
    `${twice},Tom Twice,admin`,
    `${initech.admin.email},Boss,viewer`,
  ];
  await imports.paste(initech.slug, list.join("\n"));
  await expect(imports.stat("Can't be read")).toHaveText("0");
  await expect(imports.stat("Listed twice")).toHaveText("1");
  await expect(imports.row("Listed twice")).toContainText("as viewer: that is what counts");
  await expect(imports.row(initech.admin.email)).toContainText("Admin");
  await expect(imports.row(initech.admin.email)).toContainText("Stays admin");
  await imports.admit();
  await imports.finish();
  await expect(imports.stat("Need a look")).toHaveText("0");
  await expect(imports.stat("Listed twice")).toHaveText("1");
});

const unreadable: [string, string, Buffer | string, RegExp][] = [
  ["a spreadsheet", "people.xlsx", Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), /This is a spreadsheet file.*CSV/],
  ["a binary file", "people.csv", Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1]), /can't be read as text/],
  ["an empty file", "people.csv", "", /The list is empty/],
  [
    "a file without addresses",
    "people.csv",
    "name,team\nAda,Red\n",
    /There is no email address in this list/,
  ],
];
for (const [what, name, bytes, sentence] of unreadable)
  test(`${what} gets a sentence that says what to do`, async ({ open }) => {
    const page = await open({ storageState: initech.session });
    const imports = new ImportPages(page);
    await imports.upload(initech.slug, name, bytes);
    await expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
    await imports.upload(initech.slug, "good.csv", `email\nfine@${initech.domain}\n`);
    await expect(imports.confirm).toBeVisible();
  });

test("lists without a header are read, and each bad row says what is wrong with it", async ({ open }) => {
  const page = await open({ storageState: initech.session });
  const imports = new ImportPages(page);
  const at = `@${initech.domain}`;
  const lines = [
    `Ann Lee <ann.lee${at}>`,
    `bob${at}; carl${at}`,
    `dee${at},Dee Doe,admin`,
    "",
    "not an address",
  ];
  await imports.paste(initech.slug, [...lines, `eve${at},Eve,owner`, `BOB${at}`].join("\n"));
  await expect(imports.stat("Seats needed")).toContainText("4");
  await expect(imports.row(`ann.lee${at}`)).toContainText("Ann Lee");
  await expect(imports.row(`dee${at}`)).toContainText("Admin");
  await expect(imports.row("not an address")).toContainText("is not an email address");
  await expect(imports.row(`eve${at}`)).toContainText("“owner” is not a role");
  await expect(imports.row("This address is already on line 2")).toContainText(`BOB${at}`);
  await expect(page).toHaveTitle(`Bring in people · ${initech.name} · Analystick`);
});
