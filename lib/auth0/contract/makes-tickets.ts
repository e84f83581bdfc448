import { right, wrong } from "../check/finding";
import { createTicket } from "../create-ticket";
import { createAuth0User } from "../create-user";
import type { Behaviour } from "./behaviour";
import { expectThat, insist } from "./insist";

export const makesTickets: Behaviour = {
  name: "Both tickets lead to the tenant's pages",
  tells: "AUTH0_LOGIN_STYLE",
  async prove(room) {
    const { issuer, settings } = room.tenant;
    const person = room.newPerson();
    const { id } = await insist("creating a person", () => createAuth0User(person));
    const paths: string[] = [];
    for (const kind of ["email-verification", "password-change"] as const) {
      const { url } = await insist(`making the ${kind} ticket`, () => createTicket(kind, id));
      expectThat(url.startsWith(issuer), `the ${kind} ticket leads away from ${issuer}`);
      expectThat(new URL(url).searchParams.has("ticket"), `the ${kind} ticket has no ticket parameter`);
      paths.push(new URL(url).pathname);
    }
    const style = paths[1]?.startsWith("/lo/") ? "classic" : "universal";
    if (style !== settings.AUTH0_LOGIN_STYLE)
      return wrong(
        `the password ticket leads to ${paths[1]}, a ${style} page, but AUTH0_LOGIN_STYLE is ${settings.AUTH0_LOGIN_STYLE}`,
        `Set AUTH0_LOGIN_STYLE=${style}, or change Branding > Universal Login.`,
      );
    return right(`${paths.join(" and ")}: ${style}`);
  },
};
