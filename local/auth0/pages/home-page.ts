import type { Reply } from "../server/call";
import type { Tenant } from "../tenant";
import { goToApplication } from "./go-to-application";
import { messagePage } from "./message-page";

/** GET /: says what this is to somebody who wonders what listens on the port. */
export async function homePage({ config }: Tenant): Promise<Reply> {
  return messagePage(200, {
    title: "Local Auth0",
    text: `This program stands in for an Auth0 tenant while ${config.app.name} runs on this computer.`,
    button: goToApplication(config),
  });
}
