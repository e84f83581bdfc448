import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { expect } from "vitest";
import { awaitQuiet } from "./await-quiet";
import { countSeats } from "./count-seats";
import { eventually } from "./eventually";
import { type FreshDatabase, freshDatabase } from "./fresh-database";
import { type Gate, gateHttp } from "./gate-http";
import { gateStream } from "./gate-stream";
import { type KillPhase, KillPoints, SIGN_OF_LIFE } from "./kill-points";
import { type PlantedTenant, plantTenant } from "./plant-tenant";
import { becomePortal, portalEnvironment } from "./portal-environment";
import { startAuth0, type TestAuth0 } from "./start-auth0";
import { startMailbox, type TestMailbox } from "./start-mailbox";
import type { TestService } from "./start-service";
import { packWorker, type WorkerPress } from "./start-worker";
import { watchPostgres } from "./watch-postgres";
import { watchSmtp } from "./watch-smtp";

/** Something that the worker is to bring to its end, and what must be so once it is there. */
export type Walk = { run(): Promise<unknown>; settled(): Promise<void> };

type Outside = { database: FreshDatabase; auth0: TestAuth0; mailbox: TestMailbox; acme: PlantedTenant };

/** A portal whose worker reaches PostgreSQL, Auth0 and the mail server through gates that kill it on order. */
export class KillRoom {
  readonly database: FreshDatabase;
  readonly auth0: TestAuth0;
  readonly mailbox: TestMailbox;
  readonly acme: PlantedTenant;
  readonly #points: KillPoints;
  readonly #gates: Gate[];
  readonly #env: Record<string, string>;
  readonly #workers: WorkerPress;
  #running: TestService;

  private constructor(
    outside: Outside,
    gated: { points: KillPoints; gates: Gate[]; env: Record<string, string> },
    worker: { press: WorkerPress; running: TestService },
  ) {
    this.database = outside.database;
    this.auth0 = outside.auth0;
    this.mailbox = outside.mailbox;
    this.acme = outside.acme;
    this.#points = gated.points;
    this.#gates = gated.gates;
    this.#env = gated.env;
    this.#workers = worker.press;
    this.#running = worker.running;
  }

  static async open(): Promise<KillRoom> {
    const database = await freshDatabase();
    const [auth0, mailbox] = await Promise.all([startAuth0(database.urls), startMailbox()]);
    becomePortal(database.urls);
    const acme = await plantTenant(database.sql, 10_000);
    const [points, app] = [new KillPoints(), new URL(database.urls.app)];
    const http = await gateHttp(Number(new URL(auth0.origin).port), points);
    const postgres = await gateStream(Number(app.port), points, watchPostgres);
    const smtp = await gateStream(mailbox.smtpPort, points, watchSmtp);
    app.port = String(postgres.port);
    const outside = { auth0: `http://localhost:${http.port}`, smtp: `smtp://127.0.0.1:${smtp.port}` };
    const env = { ...portalEnvironment(database.urls, outside), DATABASE_URL: app.href };
    const press = await packWorker();
    const worker = { press, running: await press.start(env) };
    return new KillRoom(
      { database, auth0, mailbox, acme },
      { points, gates: [http, postgres, smtp], env },
      worker,
    );
  }

  async close(): Promise<void> {
    await this.#running.kill();
    this.#workers.clear();
    for (const gate of this.#gates) await gate.close();
    await Promise.all([this.auth0.stop(), this.mailbox.stop()]);
    await this.database.drop();
  }

  /** Who signs people in, by the name under which the worker knows them. */
  get issuer(): string {
    return `${this.#env.AUTH0_DOMAIN}/`;
  }

  /**
   * Kills the worker before and after each event of a walk, one walk for each, until a walk has no such event.
   * @returns how often it was killed
   */
  async killEverywhere(walk: () => Promise<Walk>): Promise<number> {
    for (let kills = 0; ; kills += 1) {
      const [event, phase] = [Math.floor(kills / 2), kills % 2 === 0 ? "before" : "after"] as const;
      const { run, settled } = await walk();
      const struck = await this.#survive(event, phase, run);
      const where = `killed ${phase} event ${event} of ${this.#points.met.join(", ")}`;
      try {
        await settled();
        await this.#expectInOrder();
      } catch (error) {
        throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`);
      }
      if (!struck) return kills;
    }
  }

  /** Kills one worker after another at its first sign of life, with work waiting, before one may live. */
  async killAtBirth(run: () => Promise<unknown>): Promise<void> {
    await this.#running.kill();
    await run();
    for (const phase of ["before", "after"] as const) {
      const child: ChildProcess = this.#workers.spawn(this.#env);
      this.#points.arm({ event: SIGN_OF_LIFE, phase }, () => child.kill("SIGKILL"));
      await once(child, "exit");
    }
    await this.#takeOver();
  }

  /** Runs something to its end while the worker is killed at one event; false when there was no such event. */
  async #survive(event: number, phase: KillPhase, run: () => Promise<unknown>): Promise<boolean> {
    let struck = false;
    const victim = this.#running.child;
    this.#points.arm({ event, phase }, () => {
      struck = true;
      victim.kill("SIGKILL");
    });
    await run();
    await awaitQuiet(this.database.sql, () => struck);
    if (struck) await this.#takeOver();
    this.#points.disarm();
    return struck;
  }

  /** Another worker starts once the server noticed that the last one is gone, and does whatever is left. */
  async #takeOver(): Promise<void> {
    await eventually("the dead worker's lifeline to be cut", async () => {
      const held = await this.database.sql`select 1 from pg_locks where locktype = 'advisory' and granted`;
      return held.length === 0;
    });
    this.#running = await this.#workers.start(this.#env);
    await awaitQuiet(this.database.sql);
  }

  /** Nothing is left half done, and the counter is right. */
  async #expectInOrder(): Promise<void> {
    const { counter, recount } = await countSeats(this.database.sql, this.acme.id);
    expect(counter).toEqual(recount);
    const [open] = await this.database.sql`
      select (select count(*)::int from import_rows where outcome = 'admitted') as rows,
        (select count(*)::int from batches where state <> 'settled') as batches,
        (select count(*)::int from graphile_worker._private_jobs where attempts < max_attempts) as jobs,
        (select count(*)::int from seats where stage in ('reserved', 'imported')) as seats`;
    expect(open).toEqual({ rows: 0, batches: 0, jobs: 0, seats: 0 });
  }

  async seatOf(address: string): Promise<SeatNow> {
    const [seat] = await this.database.sql<SeatNow[]>`
      select s.id, s.stage, s.release_reason, s.user_id, u.auth0_user_id, u.auth0_state
      from seats s left join users u on u.id = s.user_id
      where s.tenant_id = ${this.acme.id} and s.email_key = ${address} order by reserved_at desc limit 1`;
    if (seat === undefined) throw new Error(`${address} has no seat`);
    return seat;
  }

  /** Invited, known to Auth0 under the id that we hold, with letters that carry one Message-ID for each invitation. */
  async expectInvited(address: string): Promise<void> {
    const seat = await this.seatOf(address);
    expect(seat).toMatchObject({ stage: "invited", auth0_state: "open" });
    expect(await this.auth0.user(address)).toMatchObject({ user_id: seat.auth0_user_id, blocked: false });
    const [made] = await this.database.sql<{ ids: string[] }[]>`
      select array_agg(i.id) as ids from invitations i join seats s on s.id = i.seat_id
      where s.email_key = ${address} and i.sent_at is not null`;
    const letters = await this.mailbox.letters(address);
    const ids = new Set(letters.map(({ messageId }) => /invitation\.([^@]+)@/.exec(messageId)?.[1]));
    expect(ids, "one Message-ID for each invitation, and none without").toEqual(new Set(made?.ids));
    expect(ids.size, "one invitation for each seat").toBe(1);
  }
}

export type SeatNow = {
  id: string;
  stage: string;
  release_reason: string | null;
  user_id: string;
  auth0_user_id: string | null;
  auth0_state: string;
};
