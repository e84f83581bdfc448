import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { columnKinds } from "@/lib/base/column-kind";
import { seats } from "./seats";
import { tenants } from "./tenants";

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const versionStatuses = [
  "uploading",
  "checking",
  "needs-input",
  "importing",
  "needs-attention",
  "ready",
  "failed",
] as const;

/** A table of an organisation's own data. What people read is its current version. */
export const datasets = pgTable(
  "datasets",
  {
    id: uuid("id").notNull(),
    tenantId: uuid("tenant_id")
      .notNull()
      .references(() => tenants.id),
    name: text("name").notNull(),
    /** Made by the portal for a tenant's first admin, to try things on. */
    isSample: boolean("is_sample").notNull().default(false),
    /** Null until the first version is ready. */
    currentVersionId: uuid("current_version_id"),
    /** The seat of who brought it in. */
    createdBy: uuid("created_by").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    /** Deleting can be undone until the files are cleared away. */
    deletedAt: moment("deleted_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.createdBy], foreignColumns: [seats.tenantId, seats.id] }),
    uniqueIndex("datasets_one_per_name")
      .on(t.tenantId, sql`lower(${t.name})`)
      .where(sql`${t.deletedAt} is null`),
    index("datasets_listing").on(t.tenantId, t.createdAt, t.id),
    index("datasets_deleted").on(t.deletedAt).where(sql`${t.deletedAt} is not null`),
    check("datasets_name", sql`length(${t.name}) between 1 and 120`),
  ],
);

/** One file that was brought in, from its first byte to the immutable columns that people ask questions of. */
export const datasetVersions = pgTable(
  "dataset_versions",
  {
    id: uuid("id").notNull(),
    tenantId: uuid("tenant_id").notNull(),
    datasetId: uuid("dataset_id").notNull(),
    /** 1, 2, 3 within its dataset. */
    n: integer("n").notNull(),
    status: text("status", { enum: versionStatuses }).notNull().default("uploading"),
    format: text("format", { enum: ["csv", "parquet"] }).notNull(),
    /** Where the stored columns lie, once ready. */
    storageKey: text("storage_key"),
    /** Of the file as uploaded, in hexadecimal digits. */
    sha256: text("sha256"),
    sourceName: text("source_name").notNull(),
    sourceBytes: bigint("source_bytes", { mode: "number" }).notNull(),
    storedBytes: bigint("stored_bytes", { mode: "number" }),
    rows: bigint("rows", { mode: "number" }),
    rowsLeftOut: bigint("rows_left_out", { mode: "number" }),
    /** What the file looks like, and samples of it, for the person who decides. Emptied once ready. */
    proposal: jsonb("proposal"),
    /** What the person decided. */
    options: jsonb("options"),
    errorCode: text("error_code"),
    /** What the error's words need: numbers, line numbers, names of columns. */
    errorFacts: jsonb("error_facts"),
    /** The first hundred values that were refused. Emptied once ready. */
    rejects: jsonb("rejects"),
    createdBy: uuid("created_by").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    readyAt: moment("ready_at"),
    /** When the stored file was cleared away, for versions that are no longer kept. */
    clearedAt: moment("cleared_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.datasetId], foreignColumns: [datasets.tenantId, datasets.id] }),
    foreignKey({ columns: [t.tenantId, t.createdBy], foreignColumns: [seats.tenantId, seats.id] }),
    unique("dataset_versions_n").on(t.tenantId, t.datasetId, t.n),
    check(
      "dataset_versions_status",
      sql`${t.status} in ('uploading','checking','needs-input','importing','needs-attention','ready','failed')`,
    ),
    check("dataset_versions_format", sql`${t.format} in ('csv','parquet')`),
    check("dataset_versions_ready", sql`${t.status} <> 'ready' or ${t.storageKey} is not null`),
    check("dataset_versions_failed", sql`(${t.status} = 'failed') = (${t.errorCode} is not null)`),
  ],
);

/** The columns of a version. `cid` is a column's name in files and questions, and stays with it from version to version. */
export const datasetColumns = pgTable(
  "dataset_columns",
  {
    tenantId: uuid("tenant_id").notNull(),
    versionId: uuid("version_id").notNull(),
    ord: smallint("ord").notNull(),
    cid: text("cid").notNull(),
    /** As the file's header has it. */
    name: text("name").notNull(),
    kind: text("kind", { enum: columnKinds }).notNull(),
    /** Digits behind the point, for decimals. */
    scale: smallint("scale").notNull().default(0),
    nulls: bigint("nulls", { mode: "number" }).notNull(),
    /** An estimate: within a few per cent. */
    distinctEstimate: bigint("distinct_estimate", { mode: "number" }).notNull(),
    min: text("min"),
    max: text("max"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.versionId, t.ord] }),
    foreignKey({
      columns: [t.tenantId, t.versionId],
      foreignColumns: [datasetVersions.tenantId, datasetVersions.id],
    }),
    unique("dataset_columns_cid").on(t.tenantId, t.versionId, t.cid),
    check("dataset_columns_cid_form", sql`${t.cid} ~ '^c[0-9]{1,4}$'`),
    check(
      "dataset_columns_kind",
      sql`${t.kind} in ('text','integer','decimal','number','boolean','date','timestamp')`,
    ),
  ],
);
