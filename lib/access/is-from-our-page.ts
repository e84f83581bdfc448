import { headers } from "next/headers";
import { env } from "@/lib/base/env";
import { log } from "@/lib/base/log";
import { isSameOrigin } from "./same-origin";

/** Whether the form that is being answered stood on one of our own pages. For server actions and route handlers. */
export async function isFromOurPage(): Promise<boolean> {
  if (isSameOrigin(await headers(), env().APP_BASE_URL)) return true;
  log("warn", "web.foreign-form");
  return false;
}
