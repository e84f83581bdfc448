import { setTimeout as sleep } from "node:timers/promises";
import { awaitLetter } from "./await-letter";
import type { DemoPerson } from "./demo";
import type { Services } from "./services";
import { type Reached, Visitor } from "./visitor";

/**
 * Walks one person in by the letter's link, as far as their goal: address, password, first sign-in. The password is
 * chosen on Auth0's own page. Somebody who walked before just ends up where they were.
 */
export async function walkIn(services: Services, person: DemoPerson, password: string): Promise<void> {
  const visitor = new Visitor();
  await visitor.open(await awaitLetter(services, person.email, /\/invitations\//));
  let reached = await press(services, visitor);
  for (let steps = 0; steps < 6 && !reached.url.pathname.startsWith("/t/"); steps += 1) {
    const path = reached.url.pathname;
    if (path === "/u/login") reached = await visitor.submit({ username: person.email, password });
    else if (path === "/u/reset-verify" || path === "/lo/reset") {
      if (person.goal === "verified") return;
      await visitor.submit({ "password-reset": password, "re-enter-password": password });
      reached = await goOn(services, visitor);
    } else reached = await goOn(services, visitor);
  }
  if (!reached.url.pathname.startsWith("/t/"))
    throw new Error(`${person.email} landed at ${reached.url.pathname}`);
}

/** Universal Login leaves the browser on a page of Auth0's, classic login has led it back already. */
async function goOn(services: Services, visitor: Visitor): Promise<Reached> {
  await visitor.open(`${services.app}/continue`);
  return press(services, visitor);
}

/** Presses the page's button, again after a pause while Auth0 has no call free. */
async function press(services: Services, visitor: Visitor): Promise<Reached> {
  for (let tries = 0; tries < 20; tries += 1) {
    const reached = await visitor.submit();
    if (reached.url.pathname !== "/continue/wait") return reached;
    await sleep(2_000);
    await visitor.open(`${services.app}/continue`);
  }
  throw new Error("Auth0 stayed busy");
}
