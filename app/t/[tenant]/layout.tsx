import { ChartNoAxesColumn, Upload, Users } from "lucide-react";
import type { ReactNode } from "react";
import { AccountMenu } from "@/app/account-menu";
import { openPlaces } from "@/app/find-way";
import { PlaceMenu } from "@/app/place-menu";
import { AppShell } from "@/components/app-shell";
import { may } from "@/lib/access/policy";
import { readViewer } from "@/lib/access/viewer";
import { leaveAction } from "./leave-action";
import { openTenant } from "./open-tenant";

type LayoutProps = { children: ReactNode; params: Promise<{ tenant: string }> };

/** The frame of a tenant's pages. Each page opens the tenant itself: a layout guards nothing. */
export default async function TenantLayout({ children, params }: LayoutProps) {
  const caller = await openTenant(params, "open-analytics");
  const viewer = await readViewer();
  const home = `/t/${caller.slug}`;
  const nav = [
    { href: `${home}/analytics`, label: "Analytics", icon: <ChartNoAxesColumn aria-hidden /> },
    ...(may(caller.role, "see-people")
      ? [
          { href: `${home}/people`, label: "People", icon: <Users aria-hidden /> },
          { href: `${home}/imports`, label: "Imports", icon: <Upload aria-hidden /> },
        ]
      : []),
  ];
  return (
    <AppShell
      account={
        <AccountMenu
          detail={caller.mailbox}
          leave={{ tenantName: caller.tenantName, action: leaveAction.bind(null, caller.slug) }}
          name={caller.name}
        />
      }
      context={
        <PlaceMenu current={caller.tenantName} places={viewer.kind === "person" ? openPlaces(viewer) : []} />
      }
      homeHref={home}
      nav={nav}
    >
      {children}
    </AppShell>
  );
}
