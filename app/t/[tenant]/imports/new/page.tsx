import type { Metadata } from "next";
import { PageHeader } from "@/components/page-header";
import { openTenant } from "../../open-tenant";
import { RosterDesk } from "./roster-desk";

export const metadata: Metadata = { title: "Bring in people" };

export default async function NewImportPage({ params }: { params: Promise<{ tenant: string }> }) {
  const caller = await openTenant(params, "import-people");
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: "Imports", href: `/t/${caller.slug}/imports` }, { label: "Bring in people" }]}
        description="Upload a list or paste addresses. Before anybody is invited you see what becomes of each row, and how many seats it takes."
        title="Bring in people"
      />
      <RosterDesk owner={caller.seatId} slug={caller.slug} />
    </>
  );
}
