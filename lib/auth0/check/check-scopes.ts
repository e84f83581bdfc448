import { portalScopes } from "../portal-scopes";
import { type Check, right, wrong } from "./finding";

const where =
  "Applications > APIs > Auth0 Management API > Machine to Machine Applications > (the portal's) > Permissions";

export const checkScopes: Check = {
  name: "Management API scopes",
  async look(tenant) {
    const { scope } = (await tenant.credentials()).json;
    const granted = new Set(
      String(scope ?? "")
        .split(" ")
        .filter(Boolean),
    );
    const missing = portalScopes.filter((name) => !granted.has(name));
    const superfluous = [...granted].filter((name) => !portalScopes.some((wanted) => wanted === name));
    if (missing.length === 0 && superfluous.length === 0) return right(portalScopes.join(" "));
    return wrong(
      [
        ...(missing.length > 0 ? [`missing: ${missing.join(" ")}`] : []),
        ...(superfluous.length > 0 ? [`superfluous: ${superfluous.join(" ")}`] : []),
      ].join("; "),
      [
        `${where}:`,
        ...(missing.length > 0 ? [`tick ${missing.join(", ")};`] : []),
        ...(superfluous.length > 0 ? [`untick ${superfluous.join(", ")};`] : []),
        "then Update.",
      ].join(" "),
    );
  },
};
