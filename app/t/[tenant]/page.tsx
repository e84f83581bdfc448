import { redirect } from "next/navigation";
import { frontPage } from "@/app/find-way";
import { openTenant } from "./open-tenant";

export default async function TenantHome({ params }: { params: Promise<{ tenant: string }> }) {
  redirect(frontPage(await openTenant(params, "open-analytics")));
}
