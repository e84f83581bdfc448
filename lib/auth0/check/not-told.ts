import { type Check, unknown } from "./finding";

const application = "Applications > Applications > (the portal's)";

/** What no call with the portal's five scopes can read, and where a person sees it. */
export const notTold: Check[] = [
  {
    name: "Login URI",
    look: async ({ settings }) =>
      unknown(
        "no scope of the portal's can read it; without it people end on Auth0's page after a ticket",
        `${application} > Settings > Application Login URI must be ${settings.APP_BASE_URL}/continue (https only).`,
      ),
  },
  {
    name: "Connection not shared",
    look: async () =>
      unknown(
        "other applications of the tenant may use the same connection",
        "Authentication > Database > (the portal's connection) > Applications: only the portal's should be on.",
      ),
  },
  {
    name: "Name and id together",
    look: async () =>
      unknown(
        "whether AUTH0_CONNECTION and AUTH0_CONNECTION_ID are one connection shows in an import only",
        "npm run test:contract imports a person to find out; or compare both at Authentication > Database.",
      ),
  },
  {
    name: "AUTH0_LOGIN_STYLE",
    look: async () =>
      unknown(
        "whether the tenant uses Universal Login or classic pages shows in a ticket's address only",
        "npm run test:contract makes one to find out; or see Branding > Universal Login.",
      ),
  },
];
