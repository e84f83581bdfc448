import { migrate } from "@/db/migrate";
import { envOf } from "@/lib/base/env";
import { orExit } from "@/lib/base/or-exit";
import { installQueue } from "@/worker/install-queue";
import { nameCause } from "./name-cause";

/** `npm run migrate`: brings the database to this version of the code. */
const settings = orExit(() => envOf("DATABASE_OWNER_URL", "DATABASE_QUEUE_URL"));
const urls = { ownerUrl: settings.DATABASE_OWNER_URL, queueUrl: settings.DATABASE_QUEUE_URL };
try {
  await migrate(urls, installQueue);
} catch (error) {
  console.error(`The database was not migrated: ${nameCause(error)}`);
  process.exit(1);
}
