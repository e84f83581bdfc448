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
        description="Upload a list or paste addresses. You see every row's fate and the seat cost before anything is written."
        title="Bring in people"
      />
      <RosterDesk slug={caller.slug} />
    </>
  );
}
