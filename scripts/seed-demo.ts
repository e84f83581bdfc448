import { disconnect } from "@/db/connect";
import { addStaff } from "@/lib/access/add-staff";
import { env } from "@/lib/base/env";
import { orExit } from "@/lib/base/or-exit";
import { chooseStaffPassword } from "./seed-demo/choose-staff-password";
import { type DemoPerson, type DemoTenant, demoTenants, rosterOf, staffMailbox } from "./seed-demo/demo";
import { demoPassword } from "./seed-demo/demo-password";
import { plantData } from "./seed-demo/plant-data";
import { plantHeldPerson } from "./seed-demo/plant-held-person";
import { plantPeople } from "./seed-demo/plant-people";
import { plantTenant } from "./seed-demo/plant-tenant";
import { releasePeople } from "./seed-demo/release-people";
import { type KnownPerson, readServices, writePeople } from "./seed-demo/services";
import { walkIn } from "./seed-demo/walk-in";

/**
 * Plants the demo through the portal's own verbs and doors: staff, two tenants, and people at each stage of the walk.
 * Needs web and worker running. Interrupted, it goes on where it was.
 */
const toPerson = (person: DemoPerson, tenant: DemoTenant): KnownPerson => ({
  email: person.email,
  password,
  name: person.name,
  role: person.role,
  tenant: tenant.slug,
});

orExit(() => env());
const services = readServices();
const password = demoPassword();
const added = await addStaff(staffMailbox);
if (!added.ok) throw new Error(`staff was not added: ${added.reason}`);
await chooseStaffPassword(services, password);
for (const tenant of demoTenants) await plantTenant(tenant);
for (const tenant of demoTenants) await walkIn(services, tenant.admin, password);
for (const tenant of demoTenants) await plantPeople(rosterOf(tenant));
for (const tenant of demoTenants) {
  for (const person of tenant.people)
    if (person.goal === "active" || person.goal === "verified") await walkIn(services, person, password);
  await releasePeople(tenant);
}
await plantHeldPerson(services);
for (const { slug } of demoTenants.slice(0, 1)) await plantData(slug);
const staff = { email: staffMailbox, password, name: "Sam", role: "staff", tenant: null };
const active = demoTenants.flatMap((tenant) =>
  [tenant.admin, ...tenant.people]
    .filter(({ goal }) => goal === "active")
    .map((person) => toPerson(person, tenant)),
);
writePeople([staff, ...active]);
await disconnect();
