import { randomUUID } from "node:crypto";
import type { SessionData } from "@auth0/nextjs-auth0/types";
import { expect, it } from "vitest";
import { inMachinery } from "@/db/in-machinery";
import { touchSession } from "@/db/sessions";
import { openPortal } from "@/db/testing/open-portal";
import { SESSION_ID, sessionStore } from "./session-store";

const database = openPortal();

const sessionOf = (sub: string, sid: string, note = ""): SessionData => ({
  user: { sub, note },
  tokenSet: { accessToken: "", expiresAt: 0 },
  internal: { sid, createdAt: 0 },
});

async function open(sub: string = randomUUID(), sid: string = randomUUID()) {
  const id = randomUUID();
  await sessionStore.set(id, sessionOf(sub, sid));
  return { id, sub, sid };
}

const isOpen = async ({ id }: { id: string }) => (await sessionStore.get(id)) !== null;

it("gives back what it was given, together with the row's own id", async () => {
  const { id, sub, sid } = await open();
  expect(await sessionStore.get(id)).toEqual({ ...sessionOf(sub, sid), [SESSION_ID]: id });
  expect(await sessionStore.get(randomUUID())).toBeNull();
});

it("an update changes a session that is there, and never brings a deleted one back", async () => {
  const [kept, gone] = [await open(), await open()];
  await sessionStore.delete(gone.id);
  expect(await sessionStore.update?.(kept.id, sessionOf(kept.sub, kept.sid, "changed"))).toBe(true);
  expect(await sessionStore.update?.(gone.id, sessionOf(gone.sub, gone.sid, "changed"))).toBe(false);
  expect((await sessionStore.get(kept.id))?.user.note).toBe("changed");
  expect(await sessionStore.get(gone.id)).toBeNull();
});

it("of an update and a deletion at the same moment, the deletion stays: 50 times", async () => {
  const all = await Promise.all(Array.from({ length: 50 }, () => open()));
  await Promise.all(
    all.map((one) =>
      Promise.all([
        sessionStore.update?.(one.id, sessionOf(one.sub, one.sid)),
        sessionStore.delete(one.id),
        sessionStore.update?.(one.id, sessionOf(one.sub, one.sid)),
      ]),
    ),
  );
  expect(await Promise.all(all.map(isOpen))).toEqual(all.map(() => false));
});

it("a logout at Auth0 ends that sign-in, or without its sid all of the person's, and nobody else's", async () => {
  const [one, two, other] = [await open("auth0|ada"), await open("auth0|ada"), await open("auth0|ben")];
  await sessionStore.deleteByLogoutToken?.({ sid: one.sid, sub: one.sub });
  expect(await Promise.all([one, two, other].map(isOpen))).toEqual([false, true, true]);
  await sessionStore.deleteByLogoutToken?.({ sub: "auth0|ada" });
  expect(await Promise.all([two, other].map(isOpen))).toEqual([false, true]);
  await sessionStore.deleteByLogoutToken?.({});
  expect(await isOpen(other)).toBe(true);
});

it("a sign of life is written at most once a minute", async () => {
  const { id } = await open();
  const age = async () => {
    const [row] = await database.sql<{ age: number }[]>`
      select extract(epoch from now() - last_seen_at)::int as age from sessions where id = ${id}`;
    return row?.age ?? -1;
  };
  const seenAgo = (seconds: number) =>
    database.sql`update sessions set last_seen_at = now() - make_interval(secs => ${seconds}) where id = ${id}`;
  await inMachinery((tx) => touchSession(tx, id, "Firefox"));
  await seenAgo(50);
  await inMachinery((tx) => touchSession(tx, id, "Firefox"));
  expect(await age()).toBeGreaterThanOrEqual(50);
  await seenAgo(70);
  await inMachinery((tx) => touchSession(tx, id, "Firefox"));
  expect(await age()).toBeLessThan(30);
});
