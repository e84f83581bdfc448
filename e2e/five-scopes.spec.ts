import { callsAbout } from "./fixtures/auth0";
import { newPerson } from "./fixtures/people";
import { readHome, services } from "./fixtures/services";
import { expect, test } from "./fixtures/test";

test("the import reaches Auth0 as one job, and the portal's token holds five scopes", async ({
  office,
  sql,
}) => {
  const initech = await office.found("Initech", 10);
  const people = ["A", "B", "C", "D", "E", "F", "G", "H"].map((name) => newPerson(`Person ${name}`, initech));
  await office.invite(initech, people);
  const batches = await sql<{ job: string; members: number }[]>`
    select b.auth0_job_id as job, count(*)::int as members from seats s join batches b on b.id = s.batch_id
    where s.email in ${sql(people.map(({ email }) => email))} group by 1`;
  expect(batches.map(({ members }) => members)).toEqual([8]);
  const calls = await callsAbout(batches[0]?.job ?? "");
  expect(calls.filter((route) => route === "POST /api/v2/jobs/users-imports")).toHaveLength(1);

  const { clientId, clientSecret } = JSON.parse(readHome("secrets.json"));
  const grant = {
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
    audience: `${services.auth0}/api/v2/`,
  };
  const answer = await fetch(`${services.auth0}/oauth/token`, {
    method: "POST",
    body: new URLSearchParams(grant),
  });
  const { scope }: { scope: string } = await answer.json();
  expect(scope.split(" ").sort()).toEqual([
    "create:user_tickets",
    "create:users",
    "delete:users",
    "read:users",
    "update:users",
  ]);
});
