import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { provision } from "../provision";
import { findFreePort } from "./find-free-port";
import type { DatabaseUrls } from "./portal-environment";
import { startService, type TestService } from "./start-service";

/** A PostgreSQL server of a suite's own, with a provisioned database: for suites that stop it and start it again. */
export type OwnServer = {
  port: number;
  /** The logins' URLs, by the server's own port or by another that leads to it. */
  urls(port?: number): DatabaseUrls;
  /** Does something as the superuser, past all policies. */
  look<Value>(work: (sql: postgres.Sql) => Promise<Value>): Promise<Value>;
  start(): Promise<void>;
  stop(): Promise<void>;
  remove(): Promise<void>;
};

export async function ownServer(): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), "own-server-"));
  const port = await findFreePort();
  const words = ["local/postgres/main.ts", "--dir", folder, "--port", String(port), "--throwaway"];
  let running: TestService = await startService(words, {});
  const adminUrl = urlOf(running.said);
  const urls = (at = port): DatabaseUrls => {
    const login = (user: string) => `postgres://${user}:pw@127.0.0.1:${at}/analystick`;
    const admin = new URL(adminUrl);
    admin.pathname = "/analystick";
    return { admin: admin.href, owner: login("own_owner"), app: login("own_app"), queue: login("own_queue") };
  };
  const { owner, app, queue } = urls();
  await provision({ adminUrl, ownerUrl: owner, appUrl: app, queueUrl: queue });
  return {
    port,
    urls,
    async look(work) {
      const sql = postgres(urls().admin, { max: 1, onnotice: () => {} });
      try {
        return await work(sql);
      } finally {
        await sql.end();
      }
    },
    async start() {
      running = await startService(words, {});
    },
    stop: () => running.stop(),
    async remove() {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The keeper says where its server is (local/postgres/main). */
function urlOf(said: unknown): string {
  return (said as { url: string }).url;
}
