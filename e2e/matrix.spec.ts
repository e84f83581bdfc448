import type { APIRequestContext, APIResponse } from "@playwright/test";
import type postgres from "postgres";
import { sendAction } from "./fixtures/actions";
import { builtActions, builtRoutes } from "./fixtures/build";
import { buildAction } from "./fixtures/build-action";
import { snapshotTenant } from "./fixtures/database";
import { lettersTo } from "./fixtures/letters";
import { actions, idsInEarnest, newSlug, type TabledAction } from "./fixtures/matrix-actions";
import { type Aim, aimsAt } from "./fixtures/matrix-aims";
import { buildWorld, hiddenFrom, type Who, type World, whos } from "./fixtures/matrix-callers";
import { expectedAt, fillIn, type Route, routes } from "./fixtures/matrix-routes";
import { readHome } from "./fixtures/services";
import { expect, test } from "./fixtures/test";

type Manner = "page" | "router" | "look ahead";

let world: World;
let aims: Aim[];
/** Words of a tenant that somebody was told who must not be: who, where, which. */
const leaks: string[] = [];

test.beforeAll(async ({ office, staff, sql }) => {
  world = await buildWorld(office, staff, sql);
  aims = aimsAt(world);
});

test.afterAll(() => world.close());

test("the tables name every address and every server action of the build, and nothing else", () => {
  expect(routes.map(({ name }) => name).sort()).toEqual(builtRoutes().sort());
  expect(actions.map(({ name }) => name).sort()).toEqual(
    builtActions()
      .map(({ exportedName }) => exportedName)
      .sort(),
  );
});

test("every address answers everybody as the table says, whosever ids stand in it", async () => {
  test.setTimeout(240_000);
  const wrong: string[] = [];
  const walk = async (who: Who) => {
    for (const route of routes)
      for (const { aim, path } of addressesOf(route))
        for (const manner of mannersOf(who, route)) {
          const answer = await ask(world.callers[who], route.method, path, manner);
          const text = await answer.text();
          const said = `${who}, ${manner}, ${path} (${aim.rows} rows at ${aim.at})`;
          noteLeaks(who, text, placeOf(route), said);
          const expected = fill(expectedAt(route, who, aim), who, aim);
          const got = judge(answer, text);
          // The router's look ahead sees the frame of a page at most.
          if (manner !== "look ahead" && got !== expected) wrong.push(`${said}: ${got}, not ${expected}`);
        }
  };
  await Promise.all(whos.map(walk));
  expect(wrong).toEqual([]);
  expect(leaks).toEqual([]);
});

test("an admin reads all of this about their own tenant, so it would have been found elsewhere", async () => {
  const { ids, name, known, inner, shared } = world.theirs;
  const ofData = [ids.dataset, `charts/${ids.chart}`, `dashboards/${ids.dashboard}`];
  const pages = [
    "people",
    "people/export",
    "imports",
    "seats",
    "analytics",
    ...ofData.map((at) => `analytics/${at}`),
  ];
  const texts = await Promise.all(
    pages.map(async (page) => (await world.callers.other.get(`/t/${ids.slug}/${page}`)).text()),
  );
  for (const word of [name, ...known, ...inner, ...shared]) expect(texts.join("\n")).toContain(word);
});

test("every server action refuses everybody whom it need not obey, at its page and at the root", async ({
  sql,
}) => {
  test.setTimeout(240_000);
  const wrong: string[] = [];
  const before = await awaitQuiet(sql);
  const walk = async (who: Who) => {
    for (const action of actions)
      for (const aim of aims) {
        if (action.isRight(who, aim, aims)) continue;
        for (const path of [pageOf(action), "/"]) {
          const said = `${who}: ${action.name} at ${path} (${aim.rows} rows at ${aim.at})`;
          const told = await send(takeCaller(who), { action, who, ids: aim.ids }, path);
          // Whom an action obeys may be answered with the page that it stands on.
          noteLeaks(who, told, action.obeys.includes("staff") ? "staff" : "elsewhere", said);
          if (!action.refusesWith.test(told)) wrong.push(`${said}: ${told.slice(0, 200)}`);
        }
      }
  };
  await Promise.all(whos.map(walk));
  expect(wrong).toEqual([]);
  expect(leaks).toEqual([]);
  expect(await awaitQuiet(sql)).toEqual(before);
  expect(await sql`select 1 from tenants where slug = ${newSlug}`).toHaveLength(0);
});

test("a server action that is sent from another site does nothing, whoever sends it", async ({ sql }) => {
  const before = await awaitQuiet(sql);
  const sites: Record<string, string>[] = [
    { origin: "http://localhost:1", "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "cross-site" },
    // A tool, or a browser of long ago: no word of where it comes from.
    { "sec-fetch-site": "" },
  ];
  for (const { action, who } of whatIsObeyed())
    for (const site of sites) {
      const told = await send(world.callers[who], inEarnest(action, who), pageOf(action), site);
      expect(told, `${who}: ${action.name} ${JSON.stringify(site)}`).not.toMatch(action.told);
    }
  expect(await awaitQuiet(sql)).toEqual(before);
});

test("what was refused is done when whom it obeys sends it about their own", async () => {
  for (const { action, who } of whatIsObeyed()) {
    const told = await send(world.callers[who], inEarnest(action, who), pageOf(action));
    expect(told, `${who}: ${action.name}`).toMatch(action.told);
  }
});

test("no letter to our people names the other tenant, and no log names anybody", async () => {
  const { mine, theirs } = world;
  const people = [mine.firm.admin, mine.viewer, mine.editor, ...mine.guests];
  const letters = (await Promise.all(people.map(({ email }) => lettersTo(email)))).flat();
  expect(letters.length).toBeGreaterThan(people.length);
  for (const { subject, html, text } of letters)
    for (const word of [theirs.name, ...theirs.known, ...theirs.inner, ...theirs.shared])
      expect(`${subject} ${html} ${text}`).not.toContain(word);

  const logs = ["web", "worker"].map((name) => readHome("logs", `${name}.log`)).join("\n");
  expect(logs).toContain(mine.ids.tenant);
  const words = [mine, theirs].flatMap((house) => [
    house.name,
    ...house.known,
    ...house.inner,
    ...house.shared,
  ]);
  for (const word of [
    ...words,
    ...[mine.viewer, mine.editor].flatMap(({ name, email }) => [name, email]),
    "matrix.example",
  ])
    expect(logs.includes(word), `${word} is in a log`).toBe(false);
});

/** An editor comes by the doors of a viewer, by all of which a viewer is sent; what they see and may do is on the page. */
function mannersOf(who: Who, { method, isFile }: Route): Manner[] {
  return method === "POST" || isFile || who === "editor" ? ["page"] : ["page", "router", "look ahead"];
}

/** Every different address that the aims make of a route. Somebody else's letter opens for whoever holds it. */
function addressesOf(route: Route): { aim: Aim; path: string }[] {
  const found = new Map<string, Aim>();
  for (const aim of aims) {
    if (route.name.includes("[token]") && aim.rows === "theirs") continue;
    for (const path of route.paths(aim.ids, "Kakapo")) if (!found.has(path)) found.set(path, aim);
  }
  return [...found].map(([path, aim]) => ({ aim, path }));
}

/** The mark that the router adds to an address for each manner of asking; a request without it is led there. */
const marks = new Map<Manner, string>();

async function ask(
  caller: APIRequestContext,
  method: Route["method"],
  path: string,
  manner: Manner,
): Promise<APIResponse> {
  const headers = {
    ...(manner === "page" ? {} : { rsc: "1" }),
    ...(manner === "look ahead" ? { "next-router-prefetch": "1" } : {}),
  };
  const mark = marks.get(manner);
  const marked = mark === undefined ? path : `${path}${path.includes("?") ? "&" : "?"}${mark}`;
  const answer = await caller.fetch(marked, { method, headers, maxRedirects: 0 });
  const wanted = /[?&](_rsc[^&]*)$/.exec(answer.headers().location ?? "")?.[1];
  if (manner === "page" || mark !== undefined || wanted === undefined) return answer;
  marks.set(manner, wanted);
  return ask(caller, method, path, manner);
}

/** What an answer is: `opens`, `404`, `sign-in`, the path that it leads to, or its status. */
function judge(answer: APIResponse, text: string): string {
  const to = answer.headers().location ?? /NEXT_REDIRECT;\w+;([^;]+);/.exec(text)?.[1];
  if (to !== undefined) {
    const { pathname, search } = new URL(to, answer.url());
    return pathname === "/auth/login" || pathname === "/authorize" ? "sign-in" : `${pathname}${search}`;
  }
  if (answer.status() === 404 || text.includes("NEXT_HTTP_ERROR_FALLBACK;404")) return "404";
  return answer.status() === 200 ? "opens" : String(answer.status());
}

/** The places of a cell's words, as they are for this caller. */
function fill(cell: string, who: Who, { ids }: Aim): string {
  const slug = who === "other" ? world.theirs.ids.slug : world.mine.ids.slug;
  return fillIn(cell, { ...ids, slug }, "")
    .replace("{other}", world.theirs.ids.slug)
    .replace("{elsewhere}", world.elsewhere);
}

function placeOf({ name }: Route): Parameters<typeof hiddenFrom>[2] {
  if (name.startsWith("/staff")) return "staff";
  return name.includes("[token]") ? "letter" : "elsewhere";
}

function noteLeaks(who: Who, text: string, place: Parameters<typeof hiddenFrom>[2], said: string): void {
  leaks.push(
    ...hiddenFrom(who, world, place)
      .filter((word) => text.includes(word))
      .map((word) => `${said}: ${word}`),
  );
}

/** The page of ours that an action's form stands on. */
function pageOf({ name }: TabledAction): string {
  const built = builtActions().find(({ exportedName }) => exportedName === name);
  return fillIn(built?.page ?? "/", world.mine.ids, "");
}

const turns = new Map<Who, number>();

/** Somebody's sessions one after the other, so that none of them does too much. */
function takeCaller(who: Who): APIRequestContext {
  const turn = turns.get(who) ?? 0;
  turns.set(who, turn + 1);
  const sessions = [world.callers[who], ...(world.more[who] ?? [])];
  return sessions[turn % sessions.length] ?? world.callers[who];
}

/** Everything of both tenants, once the worker has nothing more to do for them. */
async function awaitQuiet(sql: postgres.Sql): Promise<string[]> {
  const look = () => Promise.all([world.mine, world.theirs].map(({ ids }) => snapshotTenant(sql, ids.slug)));
  let last = await look();
  const isStill = async () => {
    const before = last;
    last = await look();
    return last.join() === before.join();
  };
  await expect.poll(isStill, { intervals: [700], timeout: 30_000 }).toBe(true);
  return last;
}

/** Every action with everybody of our own tenant, or of the staff, whom it obeys. */
function whatIsObeyed(): { action: TabledAction; who: Who }[] {
  return actions.flatMap((action) =>
    action.obeys.filter((who) => who !== "other" && who !== "removed").map((who) => ({ action, who })),
  );
}

type Sending = { action: TabledAction; who: Who; ids: Aim["ids"] };

function inEarnest(action: TabledAction, who: Who): Sending {
  const own = aims.find(({ at, rows }) => at === "mine" && rows === "mine");
  if (!own) throw new Error("nobody aims at our own tenant");
  return { action, who, ids: idsInEarnest(own.ids, who) };
}

/** Sends an action and answers what its sender is told: where it leads, or its words. */
async function send(
  caller: APIRequestContext,
  { action, who, ids }: Sending,
  path: string,
  from?: Record<string, string>,
): Promise<string> {
  const built = await buildAction(action.name, action.args(ids, who));
  const answer = await sendAction(caller, path, built, {}, from);
  return (answer.headers()["x-action-redirect"] ?? "") + (await answer.text());
}
