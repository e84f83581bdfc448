import { awaitLetter } from "./await-letter";
import { staffMailbox } from "./demo";
import type { Services } from "./services";
import { Visitor } from "./visitor";

/** A member of staff chooses a password as the command tells them to: by "Forgot password?" and the mail that comes. */
export async function chooseStaffPassword(services: Services, password: string): Promise<void> {
  const visitor = new Visitor();
  await visitor.open(`${services.auth0}/u/reset-request`);
  await visitor.submit({ email: staffMailbox });
  await visitor.open(await awaitLetter(services, staffMailbox, /\/(u\/reset-verify|lo\/reset)/));
  await visitor.submit({ "password-reset": password, "re-enter-password": password });
}
