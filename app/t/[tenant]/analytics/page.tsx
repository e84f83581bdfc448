import { ChartNoAxesColumn } from "lucide-react";
import type { Metadata } from "next";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { openTenant } from "../open-tenant";

export const metadata: Metadata = { title: "Analytics" };

export default async function AnalyticsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const caller = await openTenant(params, "open-analytics");
  const firstName = caller.name.includes("@") ? null : caller.name.split(" ")[0];
  return (
    <>
      <PageHeader
        description={`Analytics of ${caller.tenantName}`}
        title={firstName ? `Welcome, ${firstName}` : "Welcome"}
      />
      <EmptyState icon={<ChartNoAxesColumn aria-hidden />} title="There is no data set yet">
        Your seat at {caller.tenantName} is active. As soon as {caller.tenantName} brings in data, you find it
        here.
      </EmptyState>
    </>
  );
}
