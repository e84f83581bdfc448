import type { Metadata } from "next";
import { PageHeader } from "@/components/page-header";
import { openStaff } from "../../open-staff";
import { TenantForm } from "./tenant-form";

export const metadata: Metadata = { title: "New tenant" };

export default async function NewTenantPage() {
  await openStaff();
  return (
    <>
      <PageHeader
        breadcrumb={[{ label: "Tenants", href: "/staff" }, { label: "New tenant" }]}
        description="The first admin gets a letter at once and takes one of the seats."
        title="New tenant"
      />
      <TenantForm />
    </>
  );
}
