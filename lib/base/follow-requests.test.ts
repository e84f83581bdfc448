import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const settings = {
  APP_BASE_URL: "https://portal.example.com",
  DATABASE_URL: "postgres://app:pw@db:5432/analystick",
  AUTH0_DOMAIN: "acme.eu.auth0.com",
  AUTH0_CLIENT_ID: "id",
  AUTH0_CLIENT_SECRET: "secret",
  AUTH0_SECRET: "a".repeat(64),
  AUTH0_CONNECTION_ID: "con_0123456789abcdef",
  INVITATION_SECRET: "b".repeat(64),
  SMTP_URL: "smtp://mail:25",
  MAIL_FROM: "letters@example.com",
};

let server: Server;
let stopFollowing: () => unknown;
let written: Record<string, unknown>[];

beforeEach(() => {
  written = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written.push(JSON.parse(String(text)));
    return true;
  });
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** A server as the portal's web process has one. It answers with the address it took the request to come from. */
async function serve(trusted: string): Promise<string> {
  vi.resetModules();
  for (const [name, value] of Object.entries({ ...settings, TRUSTED_PROXIES: trusted }))
    vi.stubEnv(name, value);
  const [{ followRequests }, { currentRequest, noteCaller }, { log }] = await Promise.all([
    import("./follow-requests"),
    import("./request-context"),
    import("./log"),
  ]);
  stopFollowing = followRequests();
  server = createServer(async (request, response) => {
    await new Promise((resolve) => setTimeout(resolve, 30 + Math.random() * 20));
    noteCaller({ userId: String(request.headers["x-user"]), tenantId: "t-1" });
    log("info", "work.done", { path: request.url ?? "" });
    response.end(currentRequest()?.address);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function stop(): void {
  stopFollowing();
  server.close();
}

const linesOf = (id: string | null) => written.filter(({ requestId }) => requestId === id);

it("gives each request an id, which its answer, its own log lines and its access line carry", async () => {
  const url = await serve("0");
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      fetch(`${url}/page-${n}?token=secret`, { headers: { "x-user": "u" } }),
    ),
  );
  await vi.waitFor(() => expect(written).toHaveLength(40));
  const ids = answers.map(({ headers }) => headers.get("x-request-id"));
  expect(new Set(ids).size).toBe(20);
  for (const [n, id] of ids.entries()) {
    expect(id).toMatch(uuid);
    const [work, access] = linesOf(id);
    expect(work).toMatchObject({ event: "work.done", path: expect.stringContaining(`/page-${n}?`) });
    expect(access).toMatchObject({ event: "web.request", method: "GET", path: `/page-${n}`, status: 200 });
  }
});

it("names tenant and actor on the access line, the actor by a word that is the same for the same person", async () => {
  const url = await serve("0");
  for (const user of ["ada", "ada", "bob"]) await fetch(url, { headers: { "x-user": user } });
  await vi.waitFor(() => expect(written).toHaveLength(6));
  const access = written.filter(({ event }) => event === "web.request");
  const [one, same, other] = access.map(({ actor }) => actor);
  expect(access.map(({ tenantId }) => tenantId)).toEqual(["t-1", "t-1", "t-1"]);
  expect(one).toMatch(/^[0-9a-f]{16}$/);
  expect(same).toBe(one);
  expect(other).not.toBe(one);
});

it("ignores X-Forwarded-For and X-Request-Id where no proxy is trusted, and believes them where one is", async () => {
  const headers = { "x-forwarded-for": "203.0.113.7", "x-request-id": "trace-0123456789" };
  const alone = await fetch(await serve("0"), { headers });
  expect(alone.headers.get("x-request-id")).toMatch(uuid);
  expect(await alone.text()).toBe("127.0.0.1");
  stop();
  const behind = await fetch(await serve("1"), { headers });
  expect(await behind.text()).toBe("203.0.113.7");
});

it("logs letters without their token, and says when an answer was cut off", async () => {
  const url = await serve("0");
  const { port } = new URL(url);
  const socket = connect(Number(port), "127.0.0.1");
  socket.write(`GET /invitations/${"x".repeat(43)} HTTP/1.1\r\nHost: portal\r\n\r\n`, () => {
    setTimeout(() => socket.destroy(), 5);
  });
  await vi.waitFor(() => expect(written.map(({ event }) => event)).toContain("web.request"));
  const access = written.find(({ event }) => event === "web.request");
  expect(access).toMatchObject({ path: "/invitations/[redacted]", cut: true });
});
