import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { checkTree } from "./check-tree";
import { readTree } from "./read-tree";
import { describeViolation } from "./violation";

const repository = join(import.meta.dirname, "../..");
const planted: string[] = [];
afterEach(() => {
  for (const root of planted.splice(0)) rmSync(root, { recursive: true });
});

const house = {
  "proxy.ts": `import { signIn } from "@/lib/auth0/sign-in";\nexport default signIn;\n`,
  "lib/auth0/sign-in.ts": `import { Auth0Client } from "@auth0/nextjs-auth0/server";\nimport { env } from "@/lib/base/env";\nexport const signIn = new Auth0Client({ domain: env().AUTH0_DOMAIN, mode: env().AUTH0_MODE });\n`,
  "lib/base/env.ts": `export const env = () => process.env;\n`,
  "lib/base/ids.ts": `export const newId = () => "1";\n`,
  "db/seats.ts": `import postgres from "postgres";\nimport { newId } from "@/lib/base/ids";\nexport const take = () => [postgres, newId()];\n`,
  "db/testing/fresh.ts": `import { inject } from "vitest";\nexport const fresh = () => [inject, process.env.TEST_URL];\n`,
  "lib/mail/send.ts": `import nodemailer from "nodemailer";\nexport const send = nodemailer.createTransport;\n`,
  "lib/mail/send.integ.test.ts": `import { it } from "vitest";\nimport { fresh } from "@/db/testing/fresh";\nimport { send } from "./send";\nit("sends", () => [fresh, send]);\n`,
  "lib/onboarding/admit.ts": `import type { take } from "@/db/seats";\nexport type Take = typeof take;\n`,
  "app/page.tsx": `import { Form } from "./form";\nexport default () => <p>I don't import things, \`import "x"\` neither // no <Form /></p>;\n`,
  "app/form.tsx": `"use client";\nimport { Button } from "@/components/button";\nexport const Form = () => <Button />;\n`,
  "components/button.tsx": `export const Button = () => <button type="button">/import/</button>;\n`,
  "worker/main.ts": `import { run } from "graphile-worker";\nimport "@/lib/onboarding/admit";\nvoid run;\n`,
  "scripts/migrate.ts": `import postgres from "postgres";\nimport "@/db/seats";\nvoid [postgres, process.env.X];\n`,
  "local/start.mjs": `import { spawn } from "node:child_process";\nspawn(process.env.SHELL);\n`,
  "next-env.d.ts": `import "./.next/types/routes.d.ts";\n`,
  "scripts/test.mjs": `import "../local/start.mjs";\nimport "./test/main.ts";\n`,
  "scripts/test/main.ts": `import "../../local/start.mjs";\nimport "../migrate";\n`,
  "e2e/walk.spec.ts": `import { test } from "@playwright/test";\ntest("walks", () => {});\n`,
};

function violationsIn(changes: Record<string, string>, doors: Record<string, string[]> = {}): string[] {
  const root = mkdtempSync(join(tmpdir(), "rooms-"));
  planted.push(root);
  const rooms: object = JSON.parse(readFileSync(join(repository, "rooms.json"), "utf8"));
  for (const [path, text] of Object.entries({ ...house, ...changes })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  writeFileSync(join(root, "rooms.json"), JSON.stringify({ ...rooms, doors }));
  return checkTree(readTree(root)).map(describeViolation);
}

it("finds nothing to say about a tidy house", () => {
  expect(violationsIn({})).toEqual([]);
});

it.each([
  [
    "a room above",
    "lib/base/words.ts",
    `\nimport { take } from "@/db/seats";`,
    /^lib\/base\/words\.ts:2 imports @\/db\/seats.*nothing of ours \(law 1\)/,
  ],
  [
    "a room above, for a type",
    "lib/base/words.ts",
    `import type { T } from "@/db/seats";`,
    /words\.ts:1 .*law 1/,
  ],
  [
    "a room above, inside a type",
    "lib/base/words.ts",
    `type T = import("@/db/seats").T;`,
    /words\.ts:1 .*law 1/,
  ],
  [
    "a room above, by re-export",
    "db/x.ts",
    `export * from "../lib/onboarding/admit";`,
    /^db\/x\.ts:1 .*law 1/,
  ],
  [
    "a room above, by named re-export",
    "db/x.ts",
    `export type { Take } from "../lib/onboarding/admit";`,
    /^db\/x\.ts:1 .*law 1/,
  ],
  [
    "a room above, dynamically",
    "db/x.ts",
    `const a = 1;\nawait import(\`@/lib/onboarding/admit\`);`,
    /^db\/x\.ts:2 .*law 1/,
  ],
  ["a room above, by require", "db/x.ts", `require("@/lib/onboarding/admit");`, /^db\/x\.ts:1 .*law 1/],
  [
    "a room above, in a template's hole",
    "db/x.ts",
    `const a = \`\${await import("@/lib/onboarding/admit")}\`;`,
    /^db\/x\.ts:1 .*law 1/,
  ],
  [
    "a room above, over several lines",
    "db/x.ts",
    `import {\n  Take,\n} from "@/lib/onboarding/admit";`,
    /^db\/x\.ts:1 .*law 1/,
  ],
  [
    "a room above, between patterns",
    "db/x.ts",
    `const a = /\`/;\nawait import("@/lib/onboarding/admit");\nconst b = /\`/;`,
    /^db\/x\.ts:2 .*law 1/,
  ],
  ["a sibling room", "lib/seats/x.ts", `import "@/lib/onboarding/admit";`, /^lib\/seats\/x\.ts:1 .*law 1/],
  ["a computed path", "db/x.ts", `await import(name);`, /^db\/x\.ts:1 imports something computed.*law 1/],
  ["a test that imports upwards", "db/x.test.ts", `import "@/lib/mail/send";`, /^db\/x\.test\.ts:1 .*law 1/],
  ["the database from a page", "app/x.tsx", `import "@/db/seats";`, /^app\/x\.tsx:1 .*law 1/],
  ["onboarding from the proxy", "proxy.ts", `import "@/lib/onboarding/admit";`, /^proxy\.ts:1 .*law 1/],
  ["local from the house", "worker/x.ts", `import "@/local/start.mjs";`, /^worker\/x\.ts:1 .*law 1/],
  ["local from a script", "scripts/x.ts", `import "../local/start.mjs";`, /^scripts\/x\.ts:1 .*law 1/],
  ["the house from local", "local/x.ts", `import "@/lib/base/ids";`, /^local\/x\.ts:1 .*law 1/],
  ["the house from e2e", "e2e/x.ts", `import "@/lib/base/ids";`, /^e2e\/x\.ts:1 .*law 1/],
  [
    "test support from the product",
    "lib/seats/x.ts",
    `import "@/db/testing/fresh";`,
    /^lib\/seats\/x\.ts:1 .*law 1/,
  ],
  [
    "a room that is not in the table",
    "lib/billing/x.ts",
    "",
    /^lib\/billing\/x\.ts:1 stands in no room.*law 1/,
  ],
  ["a folder that is not in the table", "backend/x.ts", "", /^backend\/x\.ts:1 stands in no room.*law 1/],
  ["an unreadable file", "db/x.ts", "const a = 1;\nconst b = `", /^db\/x\.ts:2 .*never closes.*law 1/],
  [
    "a verb in the browser",
    "app/x.tsx",
    `"use client";\nimport "@/lib/onboarding/admit";`,
    /^app\/x\.tsx:2 is a "use client".*law 1/,
  ],
  [
    "another folder's file in the browser",
    "app/a/x.tsx",
    `"use client";\nimport "../page";`,
    /^app\/a\/x\.tsx:2 is a "use client".*law 1/,
  ],
  [
    "a package astray",
    "lib/seats/x.ts",
    `import { sql } from "drizzle-orm/pg-core";`,
    /^lib\/seats\/x\.ts:1 imports drizzle-orm\/pg-core, whose home is db \(law 2\)/,
  ],
  [
    "a scoped package astray",
    "app/x.tsx",
    `import { useUser } from "@auth0/nextjs-auth0";`,
    /^app\/x\.tsx:1 .*law 2/,
  ],
  [
    "a package's type astray",
    "worker/x.ts",
    `import type { Sql } from "postgres";`,
    /^worker\/x\.ts:1 .*law 2/,
  ],
  ["a test package in the product", "db/x.ts", `import { vi } from "vitest";`, /^db\/x\.ts:1 .*law 2/],
  [
    "the environment",
    "lib/mail/x.ts",
    `\nconst a = process.env.SMTP_URL;`,
    /^lib\/mail\/x\.ts:2 reads process\.env \(law 2\)/,
  ],
  ["the environment by key", "lib/mail/x.ts", `const a = process["env"];`, /^lib\/mail\/x\.ts:1 .*law 2/],
  ["the environment, if any", "lib/mail/x.ts", `const a = process?.env;`, /^lib\/mail\/x\.ts:1 .*law 2/],
  ["the environment taken apart", "lib/mail/x.ts", `const { env } = process;`, /^lib\/mail\/x\.ts:1 .*law 2/],
  [
    "the environment by import",
    "lib/mail/x.ts",
    `import { env } from "node:process";`,
    /^lib\/mail\/x\.ts:1 .*law 2/,
  ],
  [
    "the environment under another name",
    "lib/mail/x.ts",
    `const here = process;\nconst a = here.env;`,
    /^lib\/mail\/x\.ts:1 .*law 2/,
  ],
  [
    "the environment of a process imported under another name",
    "lib/mail/x.ts",
    `import here from "node:process";\nconst a = here.env;`,
    /^lib\/mail\/x\.ts:1 .*law 2/,
  ],
  ["the environment handed on", "lib/mail/x.ts", `send(process);`, /^lib\/mail\/x\.ts:1 .*law 2/],
  [
    "a question about the set-up",
    "lib/onboarding/x.ts",
    `if (env().AUTH0_MODE === "local") {}`,
    /^lib\/onboarding\/x\.ts:1 asks for AUTH0_MODE \(law 5\)/,
  ],
  ["a barrel", "lib/seats/index.ts", "", /^lib\/seats\/index\.ts:1 is named index\.ts.*law 6/],
  ["an attic", "local/utils/x.ts", "", /^local\/utils\/x\.ts:1 is named utils.*law 6/],
  ["an attic by suffix", "e2e/page-helpers.ts", "", /^e2e\/page-helpers\.ts:1 .*law 6/],
  ["a drawer of types", "components/types.ts", "", /^components\/types\.ts:1 .*law 6/],
])("names %s", (_, path, text, expected) => {
  const found = violationsIn({ [path]: text });
  expect(found.filter((line) => expected.test(line))).toHaveLength(1);
  expect(found).toHaveLength(1);
});

it("shows a cycle as a path, once", () => {
  const found = violationsIn({
    "db/a.ts": `import { b } from "./b";\nexport const a = b;`,
    "db/b.ts": `import { c } from "@/db/c";\nexport const b = c;`,
    "db/c.ts": `import type { a } from "./a";\nexport type C = typeof a;`,
    "db/on-the-way.ts": `import "./a";`,
  });
  expect(found).toEqual([
    expect.stringMatching(
      /^db\/a\.ts:1 closes a cycle: db\/a\.ts -> db\/b\.ts -> db\/c\.ts -> db\/a\.ts \(law 1\)/,
    ),
  ]);
});

it("lets only the listed rooms and tests through a door", () => {
  const door = { "db/mint.ts": ["lib/access"] };
  const found = violationsIn(
    {
      "db/mint.ts": "",
      "db/x.ts": `import "./mint";`,
      "lib/access/viewer.ts": `import "@/db/mint";`,
      "lib/seats/x.ts": `import "@/db/mint";`,
      "lib/seats/x.integ.test.ts": `import "@/db/mint";`,
    },
    door,
  );
  expect(found).toEqual([
    expect.stringMatching(/^db\/x\.ts:1 imports \.\/mint, a door for lib\/access only \(law 3\)/),
    expect.stringMatching(/^lib\/seats\/x\.ts:1 .*law 3/),
  ]);
});

it("says so when a door guards nothing", () => {
  expect(violationsIn({}, { "db/gone.ts": ["lib/access"] }).join()).toMatch(
    /^rooms\.json:1 guards db\/gone\.ts/,
  );
});

it("ignores what comments, texts and patterns say", () => {
  const quiet = [
    `// import "@/lib/mail/send";`,
    `/* import "@/lib/mail/send";\n process.env */`,
    `const a = 'import "@/lib/mail/send"';`,
    `const b = \`import "@/lib/mail/send" \${a} process.env\`;`,
    `const c = /["'\`]import "@\\/lib/;`,
    `const d = { import: "@/lib/mail/send", from: "x" };`,
    `const e = import.meta.url;`,
    `export const from = "@/lib/mail/send";`,
    `d.require("@/lib/mail/send");`,
  ];
  expect(violationsIn({ "db/x.ts": quiet.join("\n") })).toEqual([]);
});
