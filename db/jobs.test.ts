import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { jobs } from "./jobs";

it("the queue's one door lets in exactly the jobs that the worker knows, each at one urgency", () => {
  const sql = readFileSync("db/queue/enqueue.sql", "utf8");
  const table = /urgency smallint := CASE([\s\S]*?)END;/.exec(sql)?.[1] ?? "";
  const allowed = [...table.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name);
  expect(allowed.sort()).toEqual(Object.keys(jobs).sort());
});

it("a job is told identifiers only, and refuses anything else in their place", () => {
  for (const [name, schema] of Object.entries(jobs))
    for (const field of Object.keys(schema.shape)) {
      expect(field, name).toMatch(/Id$/);
      expect(schema.safeParse({ [field]: "ada@acme.example" }).success, name).toBe(false);
    }
});
