import { invitationLink } from "./fixtures/letters";
import { newPerson } from "./fixtures/people";
import { readHome, services } from "./fixtures/services";
import { expect, test } from "./fixtures/test";
import { InvitationPages } from "./pages/invitation-pages";

test("what opens a door is in no log and travels in no Referer", async ({ open, office }) => {
  const initech = await office.found("Initech", 5);
  const person = newPerson("Quiet Quentin", initech);
  await office.invite(initech, [person]);
  const link = await invitationLink(person.email);
  const token = link.split("/").at(-1) ?? "";

  const page = await open();
  const referers: string[] = [];
  const tickets: string[] = [];
  page.on("request", async (request) => {
    referers.push((await request.allHeaders()).referer ?? "");
    tickets.push(...(new URL(request.url()).searchParams.get("ticket")?.match(/.{16}/) ?? []));
  });
  await new InvitationPages(page).walkIn(person, link);
  expect(referers.filter((referer) => referer.includes("/invitations/"))).toEqual([]);
  expect(tickets.length).toBeGreaterThan(1);

  for (const path of ["/continue", new URL(link).pathname]) {
    const answer = await page.request.get(path);
    expect(answer.headers()["referrer-policy"], path).toBe("no-referrer");
    expect(answer.headers()["cache-control"], path).toContain("no-store");
  }

  const { databases } = services;
  const passwords = [databases.admin, databases.app].map((url) => new URL(url).password);
  const said = ["web", "worker", "auth0"].map((name) => readHome("logs", `${name}.log`)).join("\n");
  const secrets = [token, ...tickets, person.password, initech.admin.password, person.email, ...passwords];
  for (const secret of secrets) expect(said.includes(secret), `${secret} is in a log`).toBe(false);
  const own = ["web", "worker"].map((name) => readHome("logs", `${name}.log`)).join("\n");
  expect(own.match(/ticket=|[\w.-]+@[\w-]+\.example|\/invitations\/[\w-]{20,}/g) ?? []).toEqual([]);
  expect(own).toContain("invitation.step");
});
