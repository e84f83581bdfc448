import { migrate } from "@/db/migrate";
import { installQueue } from "@/worker/install-queue";
import { reportEnvProblems } from "./report-env-problems";

/** `npm run migrate`: brings the database to this version of the code. */
const settings = reportEnvProblems(["DATABASE_OWNER_URL", "DATABASE_QUEUE_URL"]);
await migrate({ ownerUrl: settings.DATABASE_OWNER_URL, queueUrl: settings.DATABASE_QUEUE_URL }, installQueue);
