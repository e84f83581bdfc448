import { Building2 } from "lucide-react";
import type { Metadata } from "next";
import { pageLinks } from "@/app/page-links";
import { readCursor } from "@/app/read-cursor";
import { ButtonLink } from "@/components/button";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import { Stat, StatList } from "@/components/stat";
import { listTenants } from "@/lib/tenants/list-tenants";
import { openStaff } from "./open-staff";
import { TenantsTable } from "./tenants-table";

export const metadata: Metadata = { title: "Tenants" };

const PAGE_SIZE = 50;

export default async function StaffPage({
  searchParams,
}: {
  searchParams: Promise<{ after?: string; before?: string }>;
}) {
  const caller = await openStaff();
  const { tenants, totals } = await listTenants(caller, readCursor(await searchParams, PAGE_SIZE));
  const links = pageLinks("/staff", tenants, (tenant) => tenant.id);
  const number = (value: number) => value.toLocaleString("en-US");
  return (
    <>
      <PageHeader
        actions={
          <ButtonLink href="/staff/tenants/new" variant="primary">
            New tenant
          </ButtonLink>
        }
        description="Every organisation that has bought seats."
        title="Tenants"
      />
      <div className="grid gap-6">
        <StatList>
          <Stat label="Tenants" value={number(totals.tenants)} />
          <Stat label="Seats purchased" value={number(totals.purchased)} />
          <Stat label="Used" value={number(totals.used)} />
          <Stat label="Reserved" value={number(totals.reserved)} />
          <Stat label="Free" value={number(totals.free)} />
          {totals.over > 0 ? (
            <Stat hint="not purchased" label="Over" tone="danger" value={number(totals.over)} />
          ) : null}
        </StatList>
        {tenants.rows.length === 0 ? (
          <EmptyState icon={<Building2 aria-hidden />} title="No tenant on this page">
            Create the first one: its admin gets a letter and walks in like everybody else.
          </EmptyState>
        ) : (
          <Card padding="none">
            <TenantsTable tenants={tenants.rows} />
          </Card>
        )}
        {links.previousHref || links.nextHref ? <Pagination label="Pages of tenants" {...links} /> : null}
      </div>
    </>
  );
}
