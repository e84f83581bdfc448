import { existsSync, readdirSync, readFileSync } from "node:fs";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { variables } from "@/lib/base/env-schema";

const read = (path: string) => readFileSync(path, "utf8");
/** A line that ends with a backslash goes on. */
const dockerfile = read("Dockerfile").replaceAll(/\\\n\s*/g, "");
const compose = read("compose.yaml");
const manifest: {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
} = JSON.parse(read("package.json"));
const lock: { packages: Record<string, { dev?: boolean }> } = JSON.parse(read("package-lock.json"));

/** What the commands of the image's processes run. */
const commands = [...`${dockerfile}\n${compose}`.matchAll(/(?:CMD|command:) (\[.*\])/g)].map(
  ([, words = "[]"]): string[] => JSON.parse(words),
);
const files = commands.map((words) => words.at(-1) ?? "");

it("every file that the image copies is there and not ignored", () => {
  const copies = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, list = ""]) =>
    list.split(" "),
  );
  expect(copies.length).toBeGreaterThan(8);
  const allowed = read(".dockerignore")
    .split("\n")
    .filter((line) => line.startsWith("!"));
  for (const path of copies.filter((path) => path !== ".")) {
    expect(existsSync(path), path).toBe(true);
    expect(allowed, path).toContain(`!${path.replace(/^\.\//, "")}`);
  }
});

it("everything that the build reads gets into the image's build", () => {
  const allowed = read(".dockerignore").split("\n");
  const outside =
    /^\.|^(Dockerfile|biome\.json|compose\.yaml|docs|e2e|local|node_modules|rooms\.json|drizzle\.config\.ts|playwright\.config\.ts|vitest\.config\.ts|tsconfig\.next-test\.json|next-env\.d\.ts|coverage|auth0|test-results|playwright-report)$|\.(md|tsbuildinfo|log)$/;
  for (const name of readdirSync(".").filter((name) => !outside.test(name)))
    expect(allowed, name).toContain(`!${name}`);
});

it("the image's processes are the commands of package.json, and the web process is the default", () => {
  const scripts = Object.values(manifest.scripts);
  const own = commands.filter((words) => words.includes("--import"));
  expect(own).toHaveLength(4);
  for (const words of own) expect(scripts).toContain(words.join(" "));
  for (const file of files.filter((file) => file !== "postgres")) expect(existsSync(file), file).toBe(true);
  expect(dockerfile.trimEnd().endsWith('"server/main.ts"]')).toBe(true);
});

it("the image is slim Debian, runs as nobody special, and asks /healthz for its health", () => {
  expect(dockerfile).toMatch(/^FROM node:\d+-bookworm-slim AS base$/m);
  expect(dockerfile).toMatch(/^USER node$/m);
  expect(dockerfile).toMatch(/^HEALTHCHECK .*"scripts\/ask-health\.mjs"\]$/m);
  expect(read("scripts/ask-health.mjs")).toContain("/healthz");
});

it("what the processes import at run time is a dependency, not a development one", async () => {
  const entries = files.filter((file) => file.endsWith(".ts"));
  const { metafile } = await build({
    entryPoints: [...entries, "scripts/staff-add.ts"],
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "esm",
    packages: "external",
    outdir: "unused",
  });
  const asked = Object.values(metafile.inputs)
    .flatMap(({ imports }) => imports)
    .filter(({ path, external }) => external && !path.startsWith("node:"))
    .map(({ path }) =>
      path
        .split("/")
        .slice(0, path.startsWith("@") ? 2 : 1)
        .join("/"),
    );
  expect(asked).toContain("graphile-worker");
  for (const name of [...new Set(asked), "tsx"])
    expect(Object.keys(manifest.dependencies), name).toContain(name);
});

it("no development dependency gets into the image", () => {
  const kept = Object.keys(manifest.devDependencies).filter(
    (name) => lock.packages[`node_modules/${name}`]?.dev !== true,
  );
  // npm installs these for another package's sake: tsx runs on esbuild, letters are made with tailwindcss.
  const needed = ["esbuild", "tailwindcss"];
  const removed = [...dockerfile.matchAll(/node_modules\/(\S+)/g)].map(([, name = ""]) => name);
  const stays = kept.filter(
    (name) => !needed.includes(name) && !removed.some((gone) => name === gone || name.startsWith(`${gone}/`)),
  );
  expect(stays).toEqual([]);
});

it("compose gives each process what it needs, and every variable is described", () => {
  const described = read(".env.example");
  for (const name of Object.keys(variables.shape))
    if (!["NODE_ENV", "AUTH0_MODE"].includes(name))
      expect(described, name).toMatch(new RegExp(`^(# )?${name}=`, "m"));
  const required = Object.entries(variables.shape)
    .filter(([, schema]) => !schema.safeParse(undefined).success)
    .map(([name]) => name);
  for (const name of [...required, "AUTH0_SECRET", "DATABASE_QUEUE_URL", "SMTP_URL", "MAIL_FROM"])
    expect(compose, name).toMatch(new RegExp(`^ +${name}: `, "m"));
});
