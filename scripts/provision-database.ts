import { provision } from "@/db/provision";

/** Makes roles and database from four URLs. Run once for each server, by somebody who may create roles. */
const urls = {
  adminUrl: process.env.DATABASE_ADMIN_URL ?? "",
  ownerUrl: process.env.DATABASE_OWNER_URL ?? "",
  appUrl: process.env.DATABASE_URL ?? "",
  queueUrl: process.env.DATABASE_QUEUE_URL ?? "",
};
const missing = Object.entries(urls).filter(([, url]) => url === "");
if (missing.length > 0) {
  console.error("Set DATABASE_ADMIN_URL, DATABASE_OWNER_URL, DATABASE_URL and DATABASE_QUEUE_URL first.");
  process.exit(1);
}
await provision(urls);
