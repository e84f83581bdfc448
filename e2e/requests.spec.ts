import { startOwnWeb } from "./fixtures/own-web";
import { services } from "./fixtures/services";
import { expect, test } from "./fixtures/test";
import { logOf } from "./fixtures/web-log";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const letter = `/invitations/${"x".repeat(43)}`;

test("each request has one id: in its answer, in the log, and on the page that finds nothing", async ({
  office,
  open,
}) => {
  const firm = await office.found("Initech", 2);
  const { request } = await open({ storageState: firm.session });
  const people = await request.get(`/t/${firm.slug}/people?after=secret`);
  const id = people.headers()["x-request-id"] ?? "";
  expect(id).toMatch(uuid);
  const lines = (await logOf(id)).filter(({ event }) => event === "web.request");
  expect(lines).toEqual([
    expect.objectContaining({
      method: "GET",
      path: `/t/${firm.slug}/people`,
      status: 200,
      ms: expect.any(Number),
      tenantId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      actor: expect.stringMatching(/^[0-9a-f]{16}$/),
    }),
  ]);

  const nothing = await request.get("/no/such/page");
  expect(nothing.status()).toBe(404);
  expect(await nothing.text()).toContain(nothing.headers()["x-request-id"]);
  expect(nothing.headers()["x-request-id"]).not.toBe(id);
  const file = await request.get("/icon.svg");
  expect(file.headers()["x-request-id"]).toMatch(uuid);
});

test("a letter's link is logged without its token", async ({ request }) => {
  const answer = await request.get(letter);
  const [line] = await logOf(answer.headers()["x-request-id"] ?? "");
  expect(line).toMatchObject({ path: "/invitations/[redacted]", status: 200 });
});

test("a trusted proxy's request id is kept if it looks like one", async ({ request }) => {
  const ask = async (id: string) =>
    (await request.get("/sign-in-problem", { headers: { "x-request-id": id } })).headers()["x-request-id"];
  expect(await ask("0af7651916cd43dd8448eb211c80319c")).toBe("0af7651916cd43dd8448eb211c80319c");
  for (const odd of ["short", `${"x".repeat(65)}`, 'a"b c,d:e{f}g', "ada@acme.example"])
    expect(await ask(odd), odd).toMatch(uuid);
});

test("a page that breaks is a page of ours with the code and the request of its log line", async ({
  faults,
  open,
}) => {
  // 441: an error in what the server drew.
  faults.expect(/ 500 |status of 500|React error #441/);
  // Nobody answers at its database.
  const web = await startOwnWeb();
  try {
    const page = await open();
    const answer = await page.goto(`${web.url}${letter}`);
    const id = answer?.headers()["x-request-id"] ?? "";
    expect(answer?.status()).toBe(500);
    await expect(page.getByRole("heading", { name: "That didn't work" })).toBeVisible();
    await expect(page.getByText(`Request ${id}`)).toBeVisible();
    const failed =
      web
        .said()
        .split("\n")
        .find((line) => line.includes('"web.failed"')) ?? "{}";
    const line: { requestId?: string; digest?: string } = JSON.parse(failed);
    expect(line.requestId).toBe(id);
    await expect(page.getByText(`Code ${line.digest}`)).toBeVisible();

    const again = page.waitForResponse((response) => response.url().includes(letter));
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText(`Request ${(await again).headers()["x-request-id"]}`)).toBeVisible();
    // Before its web goes: a tab may still fetch its icon.
    await page.context().close();
  } finally {
    await web.stop();
  }
});

test("a method that an address does not answer is refused with those that it does", async ({ request }) => {
  const asked: [string, string, string][] = [
    ["PUT", "/", "GET, HEAD"],
    ["DELETE", "/sign-in-problem", "GET, HEAD"],
    ["PATCH", "/t/acme/people", "GET, HEAD"],
    ["POST", "/sign-in-problem", "GET, HEAD"],
    ["POST", "/.well-known/security.txt", "GET, HEAD"],
    ["GET", `${letter}/step`, "POST"],
    ["PUT", "/continue/step", "POST"],
    ["POST", "/auth/login", "GET"],
    ["GET", "/auth/backchannel-logout", "POST"],
  ];
  for (const [method, path, allow] of asked) {
    const answer = await request.fetch(path, { method, form: { a: "b" }, maxRedirects: 0 });
    expect(answer.status(), `${method} ${path}`).toBe(405);
    expect(answer.headers().allow, `${method} ${path}`).toBe(allow);
    expect(answer.headers()["content-security-policy"], `${method} ${path}`).toContain("default-src 'none'");
    if (method !== "HEAD") expect(await answer.text()).toContain("This can't be asked like that");
  }
});

test("a post that names no action of ours gets no page", async ({ request }) => {
  const own = { origin: services.app, "sec-fetch-site": "same-origin" };
  const unknown = await request.post("/", { headers: { ...own, "next-action": "0".repeat(42) }, data: "[]" });
  const parts = await request.post("/sign-in-problem", { headers: own, multipart: { a: "b" } });
  for (const answer of [unknown, parts]) {
    expect(answer.status()).toBeGreaterThanOrEqual(400);
    expect(answer.status()).toBeLessThan(500);
    expect(await answer.text()).not.toContain("<html");
  }
});
