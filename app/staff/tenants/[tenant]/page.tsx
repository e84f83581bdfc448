import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SeatMeter } from "@/app/seat-meter";
import { Badge } from "@/components/badge";
import { Card } from "@/components/card";
import { PageHeader } from "@/components/page-header";
import { Time } from "@/components/time";
import { readTenant } from "@/lib/tenants/read-tenant";
import { openStaff } from "../../open-staff";
import { AdminForm } from "./admin-form";
import { SeatsForm } from "./seats-form";
import { SuspendButton } from "./suspend-button";

export const metadata: Metadata = { title: "Tenant" };

export default async function TenantPage({ params }: { params: Promise<{ tenant: string }> }) {
  const caller = await openStaff();
  const tenant = await readTenant(caller, (await params).tenant);
  if (tenant === null) notFound();
  const suspended = tenant.suspendedAt !== null;
  return (
    <>
      <PageHeader
        actions={<SuspendButton name={tenant.name} suspended={suspended} tenantId={tenant.id} />}
        breadcrumb={[{ label: "Tenants", href: "/staff" }, { label: tenant.name }]}
        description={
          <>
            /t/{tenant.slug}, since <Time value={tenant.createdAt} />
            {suspended ? (
              <span className="ml-2">
                <Badge tone="warning">Suspended</Badge>
              </span>
            ) : null}
          </>
        }
        title={tenant.name}
      />
      <div className="grid max-w-2xl gap-6">
        <Card>
          <SeatMeter counts={tenant.counts} />
        </Card>
        <Card
          description="Fewer seats than are held evict nobody: no new seat can be given until enough are free."
          title="Change the number of seats"
        >
          <SeatsForm purchased={tenant.counts.purchased} tenantId={tenant.id} />
        </Card>
        <Card
          description="When no admin of theirs can do it: the letter never arrived, or the last one is gone. Takes one free seat."
          title="Invite an admin"
        >
          <AdminForm tenantId={tenant.id} />
        </Card>
      </div>
    </>
  );
}
