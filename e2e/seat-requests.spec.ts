import { request } from "@playwright/test";
import { type CapturedAction, captureAction, exchangeWords, sendAction } from "./fixtures/actions";
import { lettersTo } from "./fixtures/letters";
import { newPerson } from "./fixtures/people";
import { services } from "./fixtures/services";
import type { Session } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { PeoplePage } from "./pages/people-page";
import { SeatsPages } from "./pages/seats-pages";

const subjects = async (email: string) => (await lettersTo(email)).map(({ subject }) => subject);

test("an admin is told when seats run short, asks for more, and hears what the staff say", async ({
  open,
  office,
  staff,
}) => {
  const firm = await office.found("Initech", 10);
  const people = Array.from({ length: 7 }, (_, at) => newPerson(`Person ${at}`, firm));
  await office.invite(firm, people.slice(0, 6));
  const page = await open({ storageState: firm.session });
  const seats = new SeatsPages(page);
  await seats.open(firm.slug);
  await expect(seats.banner).toHaveCount(0);

  await office.invite(firm, people.slice(6));
  await seats.open(firm.slug);
  await expect(page.getByText("8 of 10 seats are held")).toBeVisible();
  const notice = `8 of 10 seats of ${firm.name} are held`;
  await expect.poll(() => subjects(firm.admin.email)).toContain(notice);

  await seats.ask(firm.slug, "1.5", "");
  await expect(page.getByText("Give a whole number from 1 to 100,000.")).toBeVisible();
  await seats.ask(firm.slug, "90", "A new office in Lyon");
  await expect(page.getByText("90 more seats are asked for")).toBeVisible();
  await expect(seats.send).toHaveCount(0);

  const desk = await open({ storageState: staff.session });
  const answers = new SeatsPages(desk);
  await answers.answer(firm.name, "Decline", "");
  await expect(desk.getByText("To decline, give the admin a word why")).toBeVisible();
  await answers.answer(firm.name, "Decline", "Please call us first");
  await expect(answers.request(firm.name)).toHaveCount(0);
  await seats.open(firm.slug);
  await expect(page.getByRole("table")).toContainText("Please call us first");
  const declined = "Your request for 90 more seats was declined";
  await expect.poll(() => subjects(firm.admin.email)).toContain(declined);

  await seats.ask(firm.slug, "90", "We called");
  await expect(page.getByText("90 more seats are asked for")).toBeVisible();
  await answers.answer(firm.name, "Approve", "");
  await expect(answers.request(firm.name)).toHaveCount(0);
  await seats.open(firm.slug);
  await expect(seats.banner).toHaveCount(0);
  const list = new PeoplePage(page);
  await list.open(firm.slug);
  await list.expectSeats({ used: 1, reserved: 7, free: 92, purchased: 100 });
  await expect.poll(() => subjects(firm.admin.email)).toContain(`${firm.name} has 90 more seats`);
  expect((await subjects(firm.admin.email)).filter((subject) => subject === notice)).toHaveLength(1);
});

test("a viewer sees no notice and no request", async ({ open, office }) => {
  const firm = await office.found("Initech", 2);
  const viewer = await office.seat(firm, "Vera Viewer");
  const page = await open({ storageState: viewer.session });
  await page.goto(`/t/${firm.slug}/analytics`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("seats are held")).toHaveCount(0);
  for (const name of ["seats", "settings"]) {
    await page.goto(`/t/${firm.slug}/${name}`);
    await expect(page).toHaveURL(`/t/${firm.slug}/analytics`);
  }
});

test("only an admin of the tenant asks, and only the staff answer", async ({ open, office, staff, sql }) => {
  const firm = await office.found("Initech", 4);
  const other = await office.found("Globex", 2);
  const viewer = await office.seat(firm, "Vera Viewer");
  const [page, desk] = [
    await open({ storageState: firm.session }),
    await open({ storageState: staff.session }),
  ];
  const requests = async () => [
    ...(await sql`
      select r.id, r.state from seat_requests r join tenants t on t.id = r.tenant_id
      where t.slug = ${firm.slug} order by r.created_at`),
  ];
  const seats = new SeatsPages(page);
  const ask = await captureAction(page, "ask", () => seats.ask(firm.slug, "5", "More desks"));
  await expect(page.getByText("5 more seats are asked for")).toBeVisible();
  const [first] = await requests();
  const answers = new SeatsPages(desk);
  const answer = await captureAction(desk, "answer", () => answers.answer(firm.name, "Approve", "Fine"));
  await expect(answers.request(firm.name)).toHaveCount(0);

  const send = async (session: Session | undefined, action: CapturedAction) => {
    const caller = await request.newContext({
      baseURL: services.app,
      ...(session ? { storageState: session } : {}),
    });
    for (const path of [`/t/${firm.slug}/seats`, "/staff/requests", "/"])
      await sendAction(caller, path, action);
    await caller.dispose();
  };
  for (const session of [viewer.session, other.session, staff.session, undefined]) await send(session, ask);
  expect(await requests()).toEqual([{ id: first?.id, state: "approved" }]);

  await seats.ask(firm.slug, "6", "Still more");
  await expect(page.getByText("6 more seats are asked for")).toBeVisible();
  const second = (await requests()).at(-1);
  const aimed = exchangeWords(answer, { [String(first?.id)]: String(second?.id) });
  for (const session of [firm.session, other.session, viewer.session, undefined]) await send(session, aimed);
  expect((await requests()).at(-1)).toEqual({ id: second?.id, state: "open" });
  // The same requests are obeyed when the right people send them.
  await send(staff.session, aimed);
  expect((await requests()).at(-1)).toEqual({ id: second?.id, state: "approved" });
  await send(firm.session, ask);
  expect((await requests()).at(-1)).toMatchObject({ state: "open" });
});
