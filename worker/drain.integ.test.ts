import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { eventually } from "@/db/testing/eventually";
import type { TestService } from "@/db/testing/start-service";
import { expectInvited, expectNoBugs, newAddress, openWalkRoom, type WalkRoom } from "@/db/testing/walk-room";
import { admitRows } from "@/lib/onboarding/admit-rows";

let room: WalkRoom;
beforeAll(async () => {
  room = await openWalkRoom();
});
afterAll(async () => {
  await disconnect();
  await room.close();
});

async function admit(addresses: string[]): Promise<void> {
  const rows = addresses.map((email, at) => {
    return { line: at + 1, typed: email, name: "Ben", email, role: "viewer" as const, problem: null };
  });
  const admission = { importId: randomUUID(), sourceName: "s", rows, leftOut: [] };
  expect(await admitRows(room.acme.admin, admission)).toMatchObject({ ok: true });
}

const lettersTo = async (addresses: string[]) => {
  const all = await room.mailbox.letters();
  return all.filter(({ to }) => to.some((address) => addresses.includes(address)));
};

const lockedJobs = () => room.database.sql`
  select j.id from graphile_worker._private_jobs j where j.locked_at is not null`;

/** Tells a worker to stop and says how it ended, and after how many milliseconds. */
async function drain({ child }: TestService): Promise<{ code: number; ms: number }> {
  const [asked, ended] = [performance.now(), once(child, "exit")];
  child.kill("SIGTERM");
  const [code] = await ended;
  return { code, ms: performance.now() - asked };
}

it("SIGTERM while letters are under way: each goes out once, no job is lost or stays locked", {
  timeout: 120_000,
}, async () => {
  const addresses = Array.from({ length: 30 }, (_, at) => newAddress(`drain-${at}`));
  await room.withoutWorker(async () => {
    // The mail server keeps each letter at once and takes two seconds to say so.
    await room.mailbox.weather({ kind: "delay", ms: 2_000, times: 6 });
    const worker = await room.startWorker();
    await admit(addresses);
    await eventually("a letter under way", async () => (await lettersTo(addresses)).length > 0);
    const { code, ms } = await drain(worker);
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_000);
    expect([...(await lockedJobs())]).toEqual([]);
    expect((await lettersTo(addresses)).length).toBeLessThan(addresses.length);
  });
  await room.quiet();
  await expectInvited(room, addresses);
  await expectNoBugs(room);
});

it("a job that outlasts the deadline is left to the next worker, which brings it to its end", {
  timeout: 120_000,
}, async () => {
  const address = newAddress("slow");
  await room.withoutWorker(async () => {
    const slow = { route: "POST /api/v2/jobs/users-imports", kind: "delay", times: 1, delayMs: 18_000 };
    await room.auth0.control("POST /weather", slow);
    const worker = await room.startWorker();
    await admit([address]);
    await eventually("the import under way", async () => {
      const under = await room.database.sql`
        select 1 from graphile_worker.jobs where task_identifier = 'submit-batch' and locked_at is not null`;
      return under.length === 1;
    });
    const { code, ms } = await drain(worker);
    expect(code).toBe(0);
    expect(ms).toBeGreaterThan(8_000);
    expect(ms).toBeLessThan(10_000);
  });
  await room.quiet();
  await expectInvited(room, [address]);
  expect([...(await lockedJobs())]).toEqual([]);
});

it("two workers share an import, and one of them killed in the middle loses and doubles nobody", {
  timeout: 120_000,
}, async () => {
  const addresses = Array.from({ length: 60 }, (_, at) => newAddress(`pair-${at}`));
  await room.mailbox.weather({ kind: "delay", ms: 100, times: 200 });
  const second = await room.startWorker();
  await admit(addresses);
  await eventually("both at work", async () => {
    const busy = await room.database.sql`
      select distinct r.id from runners r join graphile_worker._private_jobs j on j.locked_by = any (r.worker_ids)`;
    return busy.length === 2 && (await lettersTo(addresses)).length > 5;
  });
  await second.kill();
  await room.quiet();
  const seats = await room.database
    .sql`select stage from seats where email_key in ${room.database.sql(addresses)}`;
  expect(seats.map(({ stage }) => stage)).toEqual(addresses.map(() => "invited"));
  const letters = await lettersTo(addresses);
  const idsOf = (address: string) =>
    letters.filter(({ to }) => to.includes(address)).map(({ messageId }) => messageId);
  for (const address of addresses) expect(new Set(idsOf(address)).size, address).toBe(1);
  // Only what the killed one had handed over without hearing the answer may come twice: one letter for each of its loops.
  expect(letters.length - addresses.length).toBeLessThanOrEqual(4);
  await expectNoBugs(room);
});
