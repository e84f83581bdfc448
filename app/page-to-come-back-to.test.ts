import { expect, it } from "vitest";
import { pageToComeBackTo } from "./page-to-come-back-to";

it.each([
  "/t/acme/people",
  "/t/acme/people?q=ben&state=active",
  "/t/acme/analytics/abc?ask=1&mf=sum&mc=Total",
])("leads back to %s", (asked) => {
  expect(pageToComeBackTo(asked)).toBe(asked);
});

it.each(["/t/acme/people?q=ben@acme.example", "/t/acme/people?q=ben%40acme.example&role=admin"])(
  "carries no address on from %s",
  (asked) => {
    expect(pageToComeBackTo(asked)).toBe("/t/acme/people");
  },
);

it("leads back to the page alone where its query is longer than a sign-in can keep", () => {
  expect(pageToComeBackTo(`/t/acme/analytics/abc?ask=1&fv=${"x".repeat(2_000)}`)).toBe(
    "/t/acme/analytics/abc",
  );
});
