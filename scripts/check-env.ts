import { env } from "@/lib/base/env";
import { orExit } from "@/lib/base/or-exit";
import { processNeeds } from "@/lib/base/process-needs";

/** Says everything that is wrong with the environment of a whole installation, one line each. */
orExit(() => env("DATABASE_OWNER_URL", ...processNeeds.web, ...processNeeds.worker));
