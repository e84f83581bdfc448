import { Upload } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageLinks } from "@/app/page-links";
import { readCursor } from "@/app/read-cursor";
import { ButtonLink } from "@/components/button";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/table";
import { TextLink } from "@/components/text-link";
import { Time } from "@/components/time";
import { listImports } from "@/lib/onboarding/list-imports";
import { openTenant } from "../open-tenant";

export const metadata: Metadata = { title: "Imports" };

const PAGE_SIZE = 50;

type ImportsPageProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ after?: string; before?: string }>;
};

export default async function ImportsPage({ params, searchParams }: ImportsPageProps) {
  const caller = await openTenant(params, "import-people");
  const listed = await listImports(caller, readCursor(await searchParams, PAGE_SIZE));
  if (!listed.ok) notFound();
  const home = `/t/${caller.slug}/imports`;
  const links = pageLinks(home, listed.imports, (row) => row.id);
  const bringIn = (
    <ButtonLink href={`${home}/new`} variant="primary">
      Bring in people
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        actions={bringIn}
        description="Every list of people that was brought in, newest first."
        title="Imports"
      />
      {listed.imports.rows.length === 0 ? (
        <EmptyState icon={<Upload aria-hidden />} title="No list was brought in yet">
          Upload a CSV file or paste addresses; you see what will happen before anything does.
        </EmptyState>
      ) : (
        <div className="grid gap-6">
          <Card padding="none">
            <Table caption="Imports, newest first">
              <TableHead>
                <TableRow>
                  <Th>List</Th>
                  <Th align="end">Rows</Th>
                  <Th align="end">Seats taken</Th>
                  <Th>Brought in by</Th>
                  <Th>When</Th>
                </TableRow>
              </TableHead>
              <TableBody>
                {listed.imports.rows.map((row) => (
                  <TableRow key={row.id}>
                    <Td className="wrap-anywhere sm:min-w-56">
                      <TextLink href={`${home}/${row.id}`}>
                        <bdi>{row.sourceName}</bdi>
                      </TextLink>
                    </Td>
                    <Td align="end" label="Rows">
                      {row.rowCount.toLocaleString("en-US")}
                    </Td>
                    <Td align="end" label="Seats taken">
                      {row.seatCount.toLocaleString("en-US")}
                    </Td>
                    <Td className="wrap-anywhere sm:min-w-40" label="Brought in by">
                      <bdi>{row.admittedBy}</bdi>
                    </Td>
                    <Td label="When">
                      <Time format="datetime" value={row.createdAt} />
                    </Td>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Card>
          {links.previousHref || links.nextHref ? <Pagination label="Pages of imports" {...links} /> : null}
        </div>
      )}
    </>
  );
}
