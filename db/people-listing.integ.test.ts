import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { emptyDatabase, type FreshDatabase } from "./testing/fresh-database";

let database: FreshDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

/** Runs one migration as the migrator does: its statements in one transaction of the owner's. */
async function apply(name: string): Promise<void> {
  const owner = postgres(database.urls.owner, { max: 1, onnotice: () => {} });
  const statements = readFileSync(`db/migrations/${name}.sql`, "utf8").split("--> statement-breakpoint");
  await owner.begin(async (tx) => {
    for (const statement of statements) await tx.unsafe(statement);
  });
  await owner.end();
}

it("people from before are sorted, found and filtered like those who come after", async () => {
  await apply("0000_tables");
  await apply("0001_security");
  const { sql } = database;
  const tenant = randomUUID();
  await sql`insert into tenants (id, slug, name, seats_purchased) values (${tenant}, 'acme', 'Acme', 9)`;
  const plant = async (name: string, email: string, stage: string, refused = false) => {
    const id = randomUUID();
    const reason = stage === "released" ? "revoked" : null;
    await sql`
      insert into seats (id, tenant_id, email, email_key, name, name_key, role, stage, released_at, release_reason)
      values (${id}, ${tenant}, ${email}, ${email}, ${name}, ${name.toLowerCase()}, 'viewer', ${stage},
        ${reason === null ? null : new Date()}, ${reason})`;
    await sql`
      insert into invitations (id, tenant_id, seat_id, token_hash, expires_at, refused_at)
      values (${randomUUID()}, ${tenant}, ${id}, ${id}, now(), ${refused ? new Date() : null})`;
  };
  await plant("José María Núñez", "pepe@old.example", "invited");
  await plant("", "nameless@old.example", "imported", true);
  await plant("Ada", "ada@old.example", "released");
  await plant("ÉLODIE", "elodie@old.example", "active", true);
  await apply("0005_people_listing");
  const seats = await sql`
    select name_key, surname_key, undeliverable, state from seats order by name_key`;
  expect(seats.map((row) => Object.values(row))).toEqual([
    ["ada", "ada", false, "revoked"],
    ["elodie", "elodie", true, "active"],
    ["jose maria nunez", "nunez", false, "invited"],
    ["nameless@old.example", "nameless@old.example", true, "undeliverable"],
  ]);
});
