import { type Check, right, wrong } from "./finding";

export const checkAppUrl: Check = {
  name: "APP_BASE_URL",
  async look({ settings: { AUTH0_MODE, APP_BASE_URL } }) {
    if (AUTH0_MODE === "local") return right("http on this computer, with the local tenant");
    if (APP_BASE_URL.startsWith("https://")) return right(`${APP_BASE_URL} is https`);
    return wrong(
      `${APP_BASE_URL} is not https, so Auth0 refuses its login URI and cookies travel in the clear`,
      "Set APP_BASE_URL to the https address at which people reach the portal.",
    );
  },
};
