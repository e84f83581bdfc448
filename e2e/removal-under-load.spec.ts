import { setTimeout as sleep } from "node:timers/promises";
import { type APIRequestContext, request } from "@playwright/test";
import { captureAction, sendAction } from "./fixtures/actions";
import { services } from "./fixtures/services";
import { expect, test } from "./fixtures/test";
import { PeoplePage } from "./pages/people-page";

/** E2E_REMOVALS=200 runs the whole of it; an ordinary run is a sample. */
const REMOVALS = Number(process.env.E2E_REMOVALS ?? 20);
const EVERY_MS = 20;

/** Asks for a page fifty times a second and remembers when each request began and how it was answered. */
class Hammer {
  readonly #caller: APIRequestContext;
  readonly #path: string;
  readonly #asked: Promise<{ begun: number; status: number }>[] = [];
  #running = true;
  readonly #loop: Promise<void>;

  constructor(caller: APIRequestContext, path: string) {
    this.#caller = caller;
    this.#path = path;
    this.#loop = this.#strike();
  }

  async stop(): Promise<{ begun: number; status: number }[]> {
    this.#running = false;
    await this.#loop;
    return Promise.all(this.#asked);
  }

  async #strike(): Promise<void> {
    while (this.#running) {
      const begun = performance.now();
      const answer = this.#caller.get(this.#path, { maxRedirects: 0 });
      this.#asked.push(answer.then((reply) => ({ begun, status: reply.status() })));
      await sleep(EVERY_MS);
    }
  }
}

test(`${REMOVALS} removals under 50 requests a second from the removed person's session: no success begins after the answer to the admin`, async ({
  open,
  office,
  sql,
}) => {
  test.setTimeout(60_000 + REMOVALS * 3_000);
  const firm = await office.found("Hammered", 5);
  const elsewhere = await office.found("Elsewhere", 5);
  const person = await office.seat(firm, "Hasty Hannah");
  // A second place keeps the session open through every removal: what refuses it is the seat alone.
  await office.invite(elsewhere, [person]);
  await sql`
    update seats set stage = 'active', activated_at = now() where email = ${person.email} and stage = 'invited'`;
  await sql`update tenants set seats_active = seats_active + 1 where slug = ${elsewhere.slug}`;
  const page = await open({ storageState: firm.session });
  const people = new PeoplePage(page);
  await people.open(firm.slug);
  await people.openPerson(person.name);
  const act = (button: string) =>
    captureAction(page, button, async () => {
      await page.getByRole("button", { name: button }).click();
      await people.dialog.getByRole("button", { name: button }).click();
    });
  const remove = await act("Remove");
  await expect(page.getByRole("button", { name: "Restore" })).toBeVisible();
  const restore = await act("Restore");
  await expect(page.getByRole("button", { name: "Remove" })).toBeVisible();
  const admin = await request.newContext({ baseURL: services.app, storageState: firm.session });
  const removed = await request.newContext({ baseURL: services.app, storageState: person.session });
  const home = `/t/${firm.slug}/people`;
  let [before, after] = [0, 0];
  for (let times = 0; times < REMOVALS; times += 1) {
    const hammer = new Hammer(removed, `/t/${firm.slug}/analytics`);
    await sleep(120);
    expect(await (await sendAction(admin, home, remove)).text()).toContain("was removed");
    const answered = performance.now();
    await sleep(150);
    const asked = await hammer.stop();
    before += asked.filter(({ begun, status }) => begun < answered && status === 200).length;
    const late = asked.filter(({ begun }) => begun >= answered);
    after += late.length;
    expect(late.filter(({ status }) => status === 200)).toEqual([]);
    expect(await (await sendAction(admin, home, restore)).text()).toContain("has their seat again");
  }
  expect(before, "the session did work before each removal").toBeGreaterThan(REMOVALS);
  expect(after, "requests did begin after the answers").toBeGreaterThan(REMOVALS * 3);
  await admin.dispose();
  await removed.dispose();
});
