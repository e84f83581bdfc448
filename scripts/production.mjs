// Preloaded (`node --import`) by the commands for production. The file they name then runs in this very process, so
// that signals reach it, with the environment as it is and what a file `.env` adds to it.
import { existsSync } from "node:fs";
import process from "node:process";
import { register } from "tsx/esm/api";

if (existsSync(".env")) process.loadEnvFile(".env");
process.env.NODE_ENV ||= "production";
register();
