import { Badge } from "@/components/badge";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/table";
import { TextLink } from "@/components/text-link";
import { Time } from "@/components/time";
import type { TenantSummary } from "@/lib/tenants/summarise-tenant";

/** Tenants with their seats: purchased, used, reserved, free. */
export function TenantsTable({ tenants }: { tenants: readonly TenantSummary[] }) {
  return (
    <Table caption="Tenants and their seats">
      <TableHead>
        <TableRow>
          <Th>Tenant</Th>
          <Th align="end">Purchased</Th>
          <Th align="end">Used</Th>
          <Th align="end">Reserved</Th>
          <Th align="end">Free</Th>
          <Th>Since</Th>
        </TableRow>
      </TableHead>
      <TableBody>
        {tenants.map((tenant) => (
          <TenantRow key={tenant.id} tenant={tenant} />
        ))}
      </TableBody>
    </Table>
  );
}

function TenantRow({ tenant }: { tenant: TenantSummary }) {
  const { counts } = tenant;
  const number = (value: number) => value.toLocaleString("en-US");
  return (
    <TableRow>
      <Td>
        <TextLink className="font-medium [overflow-wrap:anywhere]" href={`/staff/tenants/${tenant.slug}`}>
          <bdi>{tenant.name}</bdi>
        </TextLink>
        {tenant.suspendedAt ? (
          <span className="ml-2">
            <Badge tone="warning">Suspended</Badge>
          </span>
        ) : null}
      </Td>
      <Td align="end" label="Purchased">
        {number(counts.purchased)}
      </Td>
      <Td align="end" label="Used">
        {number(counts.used)}
      </Td>
      <Td align="end" label="Reserved">
        {number(counts.reserved)}
      </Td>
      <Td align="end" label="Free">
        {counts.free < 0 ? (
          <span className="text-danger">{number(-counts.free)} over</span>
        ) : (
          number(counts.free)
        )}
      </Td>
      <Td label="Since">
        <Time value={tenant.createdAt} />
      </Td>
    </TableRow>
  );
}
