import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { countSeats } from "@/db/testing/count-seats";
import { eventually } from "@/db/testing/eventually";
import { type Gate, gateHttp } from "@/db/testing/gate-http";
import { gateStream } from "@/db/testing/gate-stream";
import { KillPoints } from "@/db/testing/kill-points";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedGuest, plantInvited } from "@/db/testing/plant-invited";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { portalEnvironment } from "@/db/testing/portal-environment";
import { startAuth0, type TestAuth0 } from "@/db/testing/start-auth0";
import type { TestService } from "@/db/testing/start-service";
import { packProgram, type WorkerPress } from "@/db/testing/start-worker";
import { choosePassword, openTicket } from "@/db/testing/use-ticket";
import { watchPostgres } from "@/db/testing/watch-postgres";
import { invitationToken } from "@/lib/access/invitation-token";
import type { Activated } from "./activate";
import type { WalkedOn } from "./walk-on";

const CONNECTION = "Username-Password-Authentication";

/** What the web does for the button of a letter and for the page behind the sign-in, in a process that can be killed. */
const web = `
  import { inPlatform } from "@/db/in-platform";
  import { mintPlatformScope } from "@/db/mint-scope";
  import { findSignedIn, listOwnSeats } from "@/db/viewers";
  import { enterByLink } from "@/lib/access/enter-by-link";
  import { toViewer } from "@/lib/access/to-viewer";
  import { activate } from "@/lib/onboarding/activate";
  import { walkOn } from "@/lib/onboarding/walk-on";
  const scope = mintPlatformScope({ kind: "job", name: "test" });
  const view = (id) => inPlatform(scope, async (tx) => {
    const signedIn = await findSignedIn(tx, id, "${CONNECTION}");
    return toViewer(id, signedIn, await listOwnSeats(tx, signedIn.userId));
  });
  process.on("message", async ({ token, session }) =>
    process.send(token ? await walkOn(await enterByLink(token)) : await activate(await view(session))));
  process.send({ ready: true });`;

const database = openPortal();
let auth0: TestAuth0;
let acme: PlantedTenant;
let gates: Gate[];
let press: WorkerPress;
let portal: Record<string, string>;
let running: TestService;
const points = new KillPoints();

beforeAll(async () => {
  auth0 = await startAuth0(database.urls);
  acme = await plantTenant(database.sql, 1_000);
  const app = new URL(database.urls.app);
  const http = await gateHttp(Number(new URL(auth0.origin).port), points);
  const postgres = await gateStream(Number(app.port), points, watchPostgres);
  gates = [http, postgres];
  app.port = String(postgres.port);
  portal = {
    ...portalEnvironment(database.urls, { auth0: `http://localhost:${http.port}` }),
    DATABASE_URL: app.href,
  };
  press = await packProgram(web);
  running = await press.start(portal);
});
afterAll(async () => {
  await running.kill();
  press.clear();
  for (const gate of gates) await gate.close();
  await auth0.stop();
});

/** Asks the web, and once more, of another process, whenever it died before it answered: the person presses again. */
async function ask<Answer>(question: { token: string } | { session: string }): Promise<Answer> {
  for (;;) {
    const heard = once(running.child, "message");
    running.child.send(question);
    const answer = await Promise.race([heard, once(running.child, "exit").then(() => null)]);
    if (answer !== null) return answer[0];
    running = await press.start(portal);
  }
}

/** The person's way from the letter to the analytics, by whatever the button leads to. */
async function walkIn(guest: PlantedGuest): Promise<void> {
  for (let presses = 0; presses < 6; presses += 1) {
    const walked = await ask<WalkedOn>({ token: guest.token });
    if (!walked.ok) throw new Error(`the button says ${walked.reason}`);
    if (walked.go === "sign-in") break;
    if (walked.url.includes("/u/email-verification"))
      expect(await openTicket(walked.url)).toBe("Email Verified");
    else expect(await choosePassword(walked.url, "Brand-New-Secret-1")).toBe("Password Changed!");
  }
  const [session, iss, sub] = [randomUUID(), `${portal.AUTH0_DOMAIN}/`, `auth0|${guest.userId}`];
  const at = new Date(Date.now() + 1_000);
  await database.sql`
    insert into sessions (id, iss, sub, data, authenticated_at, created_at)
    values (${session}, ${iss}, ${sub}, '{}', ${at}, ${at})`;
  await database.sql`
    insert into identities (user_id, iss, sub, connection) values (${guest.userId}, ${iss}, ${sub}, ${CONNECTION})`;
  expect(await ask<Activated>({ session })).toMatchObject({ ok: true });
}

it("a web process that is killed before or after any call or commit of the walk leaves everybody where one more press leads in", {
  timeout: 600_000,
}, async () => {
  for (let kills = 0; ; kills += 1) {
    const guest = await plantInvited(database.sql, acme.id, invitationToken);
    await auth0.control("POST /users", { email: guest.email, user_id: guest.userId });
    const [event, phase] = [Math.floor(kills / 2), kills % 2 === 0 ? "before" : "after"] as const;
    const victim = running.child;
    let struck = false;
    points.arm({ event, phase }, () => {
      struck = true;
      victim.kill("SIGKILL");
    });
    await walkIn(guest);
    const where = `killed ${phase} event ${event} of ${points.met.join(", ")}`;
    points.disarm();
    await expectInside(guest, where);
    if (!struck) return expect(kills).toBeGreaterThanOrEqual(32);
  }
});

/** In, proved, counted, and each step of it told once. */
async function expectInside(guest: PlantedGuest, where: string): Promise<void> {
  const trail = await eventually("the walk to be told", async () => {
    const rows = await database.sql<{ verb: string }[]>`
      select verb from audit where subject in (${guest.seatId}, ${guest.userId}) order by id`;
    return rows.some(({ verb }) => verb === "seat.activated") && rows.map(({ verb }) => verb);
  });
  const steps = ["invitation.opened", "seat.verified", "user.proved", "seat.proved", "seat.activated"];
  expect(trail, where).toEqual(steps);
  const [now] = await database.sql`
    select s.stage, u.proved_at is not null as proved from seats s join users u on u.id = s.user_id where s.id = ${guest.seatId}`;
  expect(now, where).toEqual({ stage: "active", proved: true });
  expect(await auth0.user(guest.email), where).toMatchObject({ email_verified: true, has_password: true });
  const { counter, recount } = await countSeats(database.sql, acme.id);
  expect(counter, where).toEqual(recount);
}
