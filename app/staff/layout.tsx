import { Building2, Inbox } from "lucide-react";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AccountMenu } from "@/app/account-menu";
import { openPlaces } from "@/app/find-way";
import { PlaceMenu } from "@/app/place-menu";
import { AppShell } from "@/components/app-shell";
import { readViewer } from "@/lib/access/viewer";
import { countSeatRequests } from "@/lib/tenants/count-seat-requests";
import { openStaff } from "./open-staff";

export const metadata: Metadata = {
  title: { default: "Staff", template: "%s · Staff · Analystick" },
};

/** The frame of the staff's pages. Each page checks its caller itself: a layout guards nothing. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const caller = await openStaff();
  const viewer = await readViewer();
  const open = await countSeatRequests(caller);
  return (
    <AppShell
      account={<AccountMenu detail={caller.mailbox} name={caller.mailbox} />}
      context={<PlaceMenu current="Staff" places={viewer.kind === "person" ? openPlaces(viewer) : []} />}
      homeHref="/staff"
      nav={[
        { href: "/staff", label: "Tenants", icon: <Building2 aria-hidden />, match: "exact" },
        {
          href: "/staff/requests",
          label: open === 0 ? "Requests" : `Requests (${open.toLocaleString("en-US")})`,
          icon: <Inbox aria-hidden />,
        },
      ]}
    >
      {children}
    </AppShell>
  );
}
