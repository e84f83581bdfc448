import { provision } from "@/db/provision";
import { envOf } from "@/lib/base/env";
import { orExit } from "@/lib/base/or-exit";
import { nameCause } from "./name-cause";

/** `npm run provision`: makes roles and database from four URLs. Once for each server, by somebody who may create roles. */
const settings = orExit(() =>
  envOf("DATABASE_ADMIN_URL", "DATABASE_OWNER_URL", "DATABASE_URL", "DATABASE_QUEUE_URL"),
);
const urls = {
  adminUrl: settings.DATABASE_ADMIN_URL,
  ownerUrl: settings.DATABASE_OWNER_URL,
  appUrl: settings.DATABASE_URL,
  queueUrl: settings.DATABASE_QUEUE_URL,
};
try {
  await provision(urls);
} catch (error) {
  console.error(`The database was not provisioned: ${nameCause(error)}`);
  process.exit(1);
}
