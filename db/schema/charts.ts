import { sql } from "drizzle-orm";
import {
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
  uuid,
} from "drizzle-orm/pg-core";
import { datasets } from "./datasets";
import { seats } from "./seats";
import { tenants } from "./tenants";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A question about a dataset that was kept, with how its answer is drawn. */
export const charts = pgTable(
  "charts",
  {
    id: uuid("id").notNull(),
    tenantId: uuid("tenant_id").notNull(),
    datasetId: uuid("dataset_id").notNull(),
    title: text("title").notNull(),
    /** The question, in the words of `lib/analytics`; `spec_version` says of which edition. */
    spec: jsonb("spec").notNull(),
    specVersion: smallint("spec_version").notNull(),
    createdBy: uuid("created_by").notNull(),
    updatedBy: uuid("updated_by").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
    /** Goes up by one at each change, so that a change on top of somebody else's is noticed. */
    revision: integer("revision").notNull().default(1),
    deletedAt: moment("deleted_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.datasetId], foreignColumns: [datasets.tenantId, datasets.id] }),
    foreignKey({ columns: [t.tenantId, t.createdBy], foreignColumns: [seats.tenantId, seats.id] }),
    foreignKey({ columns: [t.tenantId, t.updatedBy], foreignColumns: [seats.tenantId, seats.id] }),
    index("charts_listing").on(t.tenantId, t.updatedAt, t.id),
    index("charts_dataset").on(t.tenantId, t.datasetId),
    check("charts_title", sql`length(${t.title}) between 1 and 120`),
  ],
);

/** A page of charts that are looked at together, with a time range and filters for all of them. */
export const dashboards = pgTable(
  "dashboards",
  {
    id: uuid("id").notNull(),
    tenantId: uuid("tenant_id")
      .notNull()
      .references(() => tenants.id),
    title: text("title").notNull(),
    /** The time range and the filters that it opens with. */
    filters: jsonb("filters").notNull().default({}),
    createdBy: uuid("created_by").notNull(),
    updatedBy: uuid("updated_by").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
    revision: integer("revision").notNull().default(1),
    deletedAt: moment("deleted_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.createdBy], foreignColumns: [seats.tenantId, seats.id] }),
    foreignKey({ columns: [t.tenantId, t.updatedBy], foreignColumns: [seats.tenantId, seats.id] }),
    index("dashboards_listing").on(t.tenantId, t.updatedAt, t.id),
    check("dashboards_title", sql`length(${t.title}) between 1 and 120`),
  ],
);

/** A chart's place on a dashboard. */
export const dashboardTiles = pgTable(
  "dashboard_tiles",
  {
    tenantId: uuid("tenant_id").notNull(),
    dashboardId: uuid("dashboard_id").notNull(),
    chartId: uuid("chart_id").notNull(),
    ord: smallint("ord").notNull(),
    /** In columns of the grid. */
    width: smallint("width").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.dashboardId, t.chartId] }),
    foreignKey({
      columns: [t.tenantId, t.dashboardId],
      foreignColumns: [dashboards.tenantId, dashboards.id],
    }),
    foreignKey({ columns: [t.tenantId, t.chartId], foreignColumns: [charts.tenantId, charts.id] }),
    index("dashboard_tiles_chart").on(t.tenantId, t.chartId),
    check("dashboard_tiles_width", sql`${t.width} in (1, 2)`),
  ],
);
