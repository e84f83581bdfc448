import type { APIResponse } from "@playwright/test";
import { invitationLink } from "./fixtures/letters";
import { startOwnWeb } from "./fixtures/own-web";
import { newPerson } from "./fixtures/people";
import { services } from "./fixtures/services";
import { expect, test } from "./fixtures/test";

test("every page has a strict policy with a nonce of its own, and nobody keeps it", async ({
  open,
  office,
  staff,
}) => {
  const firm = await office.found("Initech", 3);
  const guest = newPerson("Gus Guest", firm);
  await office.invite(firm, [guest]);
  const letter = new URL(await invitationLink(guest.email)).pathname;
  const home = `/t/${firm.slug}`;
  const visits = [
    { paths: ["/", "/continue", "/continue/wait", "/sign-in-problem", "/no/such/page", letter] },
    { storageState: firm.session, paths: [`${home}/people`, `${home}/imports`, `${home}/analytics`] },
    { storageState: firm.session, paths: [`${home}/imports/new`, "/welcome"] },
    { storageState: staff.session, paths: ["/staff", "/staff/tenants/new", `/staff/tenants/${firm.slug}`] },
  ];
  for (const { paths, ...wish } of visits) {
    const { request } = await open(wish);
    for (const path of paths) {
      const [one, other] = [await request.get(path), await request.get(path)];
      expect(await noncesOf(one), path).toHaveLength(1);
      expect(await noncesOf(one), path).not.toEqual(await noncesOf(other));
      expectGuards(one, path);
    }
  }
});

test("the policy allows no inline script, no code made from text, and forms to us and Auth0 only", async ({
  request,
}) => {
  const policy = directivesOf(await request.get("/"));
  expect(policy["script-src"]).toMatch(/^'nonce-[A-Za-z0-9+/=]{24}' 'strict-dynamic'$/);
  expect(policy["style-src"]).toMatch(/^'self' 'nonce-[A-Za-z0-9+/=]{24}'$/);
  expect(policy).toMatchObject({
    "default-src": "'none'",
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": `'self' ${services.auth0}`,
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
  });
  expect(policy).not.toHaveProperty("upgrade-insecure-requests");
});

test("a script that was smuggled into a page does not run", async ({ open, faults }) => {
  // 418: React meets a page that is not as it was drawn.
  faults.expect(/script-src|Content Security Policy|React error #418/);
  const page = await open();
  await page.route(/\/sign-in-problem/, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace("</main>", `<script>document.title = "owned"</script></main>`);
    await route.fulfill({ response: answer, body });
  });
  await page.goto("/sign-in-problem");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page).toHaveTitle(/Sign-in problem/);
  expect(faults.seen()).toContainEqual(expect.stringContaining("policy: script-src-elem inline"));
});

test("over https the browser is told to stay there", async () => {
  const web = await startOwnWeb({
    APP_BASE_URL: "https://portal.example.com",
    AUTH0_MODE: "auth0",
    AUTH0_DOMAIN: "acme.eu.auth0.com",
  });
  try {
    const answer = await fetch(web.url);
    expect(answer.headers.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
    const policy = answer.headers.get("content-security-policy");
    expect(policy).toContain("upgrade-insecure-requests");
    expect(policy).toContain("form-action 'self' https://acme.eu.auth0.com;");
  } finally {
    await web.stop();
  }
});

test("files of the build are not sniffed at and not embedded elsewhere", async ({ request }) => {
  const page = await (await request.get("/")).text();
  const files = [...page.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].map(([, file]) => file ?? "");
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) {
    const headers = (await request.get(file)).headers();
    expect(headers["x-content-type-options"], file).toBe("nosniff");
    expect(headers["cross-origin-resource-policy"], file).toBe("same-origin");
  }
});

test("an upload passes by the proxy, which would cut it; nothing else does", async ({ request }) => {
  const uploads = "/t/acme/analytics/uploads";
  const policyOf = async (path: string) => (await request.get(path)).headers()["content-security-policy"];
  expect(await policyOf(`${uploads}/1`)).toBeUndefined();
  for (const path of [
    uploads,
    `${uploads}-list`,
    `${uploads}/1/2`,
    "/t/acme/people/uploads",
    `/t/acme/x/analytics/uploads`,
  ])
    expect(await policyOf(path), path).toContain("default-src 'none'");
});

test("security.txt says whom to tell of a weakness, and has not run out", async ({ request }) => {
  const answer = await request.get("/.well-known/security.txt");
  expect(answer.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  const text = await answer.text();
  expect(text).toContain("Contact: mailto:security@analystick.example\n");
  expect(text).toContain(`Canonical: ${services.app}/.well-known/security.txt\n`);
  const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? "");
  expect(expires - Date.now()).toBeGreaterThan(100 * 86_400_000);
  expect(expires - Date.now()).toBeLessThan(365 * 86_400_000);
});

function directivesOf(answer: APIResponse): Record<string, string> {
  const directives = (answer.headers()["content-security-policy"] ?? "").split("; ");
  return Object.fromEntries(
    directives.map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources.join(" ")];
    }),
  );
}

/** The nonces of a page's scripts; one without any would count as one more. */
async function noncesOf(answer: APIResponse): Promise<string[]> {
  const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
  const nonces = scripts.map((script) => /nonce="([^"]+)"/.exec(script)?.[1] ?? "none");
  const announced = /'nonce-([^']+)'/.exec(directivesOf(answer)["script-src"] ?? "")?.[1] ?? "not announced";
  return [...new Set([...nonces, announced])];
}

function expectGuards(answer: APIResponse, path: string): void {
  const headers = answer.headers();
  expect(headers, path).toMatchObject({
    "cache-control": expect.stringContaining("no-store"),
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": expect.stringContaining("camera=()"),
    "referrer-policy": /^\/(invitations\/|continue$)/.test(path) ? "no-referrer" : "same-origin",
  });
  expect(headers, path).not.toHaveProperty("strict-transport-security");
  expect(headers, path).not.toHaveProperty("x-powered-by");
}
