import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { inPlatform } from "@/db/in-platform";
import { mintPlatformScope } from "@/db/mint-scope";
import { KillRoom } from "@/db/testing/kill-room";
import { plantNewcomer, plantWaitingTenant } from "@/db/testing/plant-waiting-tenant";
import { listOwnSeats } from "@/db/viewers";
import { toViewer } from "@/lib/access/to-viewer";
import { activate } from "@/lib/onboarding/activate";

const platform = mintPlatformScope({ kind: "job", name: "test" });
let room: KillRoom;
beforeAll(async () => {
  room = await KillRoom.open();
});
afterAll(async () => {
  await disconnect();
  await room.close();
});

it("a sample whose worker is killed at any step is there once and whole", { timeout: 600_000 }, async () => {
  const killed = await room.killEverywhere(async () => {
    const tenant = await plantWaitingTenant(room.database.sql);
    const { userId, mailbox } = await plantNewcomer(room.database.sql, tenant.id, "admin");
    return {
      async run() {
        const at = new Date();
        const session = {
          authenticatedAt: at,
          sessionCreatedAt: at,
          sessionLastSeenAt: at,
          isNewSession: false,
        };
        const user = { userId, mailbox, provedAt: at, passwordReplacedAt: at, isStaff: false };
        const seats = await inPlatform(platform, (tx) => listOwnSeats(tx, userId));
        await activate(toViewer("session", { ...user, ...session }, seats));
      },
      async settled() {
        const [left] = await room.database.sql`
          select sample_awaited from tenants where id = ${tenant.id}`;
        expect(left).toEqual({ sample_awaited: false });
        const versions = await room.database.sql`
          select v.status, v.rows::int, d.is_sample, d.current_version_id = v.id as is_current
          from datasets d join dataset_versions v on v.tenant_id = d.tenant_id and v.dataset_id = d.id
          where d.tenant_id = ${tenant.id}`;
        expect([...versions]).toEqual([{ status: "ready", rows: 20_350, is_sample: true, is_current: true }]);
        const log = await room.database.sql`
          select verb from audit where tenant_id = ${tenant.id} and verb like 'dataset.%' order by id`;
        expect(log.map(({ verb }) => verb)).toEqual(
          ["announced", "uploaded", "checked", "imported", "switched"].map((step) => `dataset.${step}`),
        );
      },
    };
  });
  // Announced, sent, no longer waited for, looked into, imported: before and after each.
  expect(killed).toBeGreaterThanOrEqual(10);
});
