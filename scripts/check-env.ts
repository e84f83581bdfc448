import { reportEnvProblems } from "./report-env-problems";

/** Says everything that is wrong with the environment of a whole installation, one line each. */
reportEnvProblems(["DATABASE_OWNER_URL", "DATABASE_QUEUE_URL"]);
