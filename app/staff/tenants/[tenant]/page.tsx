import { UserCog } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SeatMeter } from "@/app/seat-meter";
import { AutoRefresh } from "@/components/auto-refresh";
import { Badge } from "@/components/badge";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Time } from "@/components/time";
import { listSizes } from "@/lib/analytics/datasets/list-sizes";
import { listAdmins, type Person } from "@/lib/tenants/list-admins";
import { readTenant } from "@/lib/tenants/read-tenant";
import { openStaff } from "../../open-staff";
import { AdminForm } from "./admin-form";
import { AdminsTable } from "./admins-table";
import { SeatsForm } from "./seats-form";
import { SizesTable } from "./sizes-table";
import { SuspendButton } from "./suspend-button";

type TenantPageProps = { params: Promise<{ tenant: string }> };

export async function generateMetadata({ params }: TenantPageProps): Promise<Metadata> {
  return { title: (await openOne(params)).tenant.name };
}

/** The tenant of the address; the title asks for it as the page does. */
async function openOne(params: TenantPageProps["params"]) {
  const caller = await openStaff();
  const tenant = await readTenant(caller, (await params).tenant);
  if (tenant === null) notFound();
  return { caller, tenant };
}

/** Auth0 or the letter is still outstanding. */
function isUnderWay({ seat, letter }: Person): boolean {
  return (seat.stage === "reserved" || seat.stage === "imported") && !letter?.refusedAt;
}

export default async function TenantPage({ params }: TenantPageProps) {
  const { caller, tenant } = await openOne(params);
  const admins = await listAdmins(caller, tenant.id);
  const sizes = await listSizes(caller, tenant.id);
  const suspended = tenant.suspendedAt !== null;
  return (
    <div className="max-w-3xl">
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
        title={<bdi>{tenant.name}</bdi>}
      />
      <AutoRefresh active={admins.some(isUnderWay)} />
      <div className="grid gap-6">
        <Card>
          <SeatMeter counts={tenant.counts} />
        </Card>
        <Card description="The people who bring in everybody else." padding="none" title="Admins">
          {admins.length === 0 ? (
            <EmptyState icon={<UserCog aria-hidden />} title="Nobody manages this tenant">
              Invite an admin below, so that somebody can bring in people.
            </EmptyState>
          ) : (
            <AdminsTable admins={admins} tenantId={tenant.id} />
          )}
        </Card>
        {sizes.length > 0 ? (
          <Card description="Sizes and states only: what is in it is theirs." padding="none" title="Data">
            <SizesTable sizes={sizes} />
          </Card>
        ) : null}
        <Card
          description="With fewer seats than are held nobody loses theirs, but no new one can be given until enough are free."
          title="Change the number of seats"
        >
          <SeatsForm
            held={tenant.counts.used + tenant.counts.reserved}
            purchased={tenant.counts.purchased}
            tenantId={tenant.id}
          />
        </Card>
        <Card
          description="When no admin of theirs can do it: the letter never arrived, or the last one is gone. Takes one free seat."
          title="Invite an admin"
        >
          <AdminForm tenantId={tenant.id} />
        </Card>
      </div>
    </div>
  );
}
