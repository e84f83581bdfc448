import { Armchair, ChartNoAxesColumn, History, Settings, Upload, Users } from "lucide-react";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AccountMenu } from "@/app/account-menu";
import { openPlaces } from "@/app/find-way";
import { PlaceMenu } from "@/app/place-menu";
import { AppShell } from "@/components/app-shell";
import { may } from "@/lib/access/policy";
import { readViewer } from "@/lib/access/viewer";
import { readSeatNotice } from "@/lib/tenants/read-seat-notice";
import { HideWithin } from "./hide-within";
import { leaveAction } from "./leave-action";
import { openTenant } from "./open-tenant";
import { SeatBanner } from "./seat-banner";

type LayoutProps = { children: ReactNode; params: Promise<{ tenant: string }> };

/** People with several tabs tell them apart by the organisation. */
export async function generateMetadata({ params }: Pick<LayoutProps, "params">): Promise<Metadata> {
  const { tenantName } = await openTenant(params, "open-analytics");
  return { title: { default: tenantName, template: `%s · ${tenantName} · Analystick` } };
}

/** The frame of a tenant's pages. Each page opens the tenant itself: a layout guards nothing. */
export default async function TenantLayout({ children, params }: LayoutProps) {
  const caller = await openTenant(params, "open-analytics");
  const viewer = await readViewer();
  const notice = await readSeatNotice(caller);
  const home = `/t/${caller.slug}`;
  const nav = [
    { href: `${home}/analytics`, label: "Analytics", icon: <ChartNoAxesColumn aria-hidden /> },
    ...(may(caller.role, "see-people")
      ? [
          { href: `${home}/people`, label: "People", icon: <Users aria-hidden /> },
          { href: `${home}/imports`, label: "Imports", icon: <Upload aria-hidden /> },
        ]
      : []),
    ...(may(caller.role, "request-seats")
      ? [{ href: `${home}/seats`, label: "Seats", icon: <Armchair aria-hidden /> }]
      : []),
    ...(may(caller.role, "see-activity")
      ? [{ href: `${home}/activity`, label: "Activity", icon: <History aria-hidden /> }]
      : []),
    ...(may(caller.role, "change-settings")
      ? [{ href: `${home}/settings`, label: "Settings", icon: <Settings aria-hidden /> }]
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
      banner={
        notice === null ? null : (
          <HideWithin areas={["analytics"]}>
            <SeatBanner notice={notice} slug={caller.slug} />
          </HideWithin>
        )
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
