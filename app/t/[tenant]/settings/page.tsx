import type { Metadata } from "next";
import { Card } from "@/components/card";
import { PageHeader } from "@/components/page-header";
import { readSettings } from "@/lib/tenants/read-settings";
import { openTenant } from "../open-tenant";
import { SettingsForm } from "./settings-form";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ params }: { params: Promise<{ tenant: string }> }) {
  const caller = await openTenant(params, "change-settings");
  return (
    <>
      <PageHeader description={`What holds for everybody at ${caller.tenantName}.`} title="Settings" />
      <Card className="max-w-2xl" title="Invitations">
        <SettingsForm {...(await readSettings(caller))} slug={caller.slug} />
      </Card>
    </>
  );
}
