import { expect, test } from "vitest";
import type { Json } from "../store/connect";
import { judgeRow } from "./judge-row";

const judge = (...rows: Json[]) => {
  const seen = { emails: new Set<string>(), userIds: new Set<string>() };
  return rows.map((row) => judgeRow(row, seen));
};
const codes = (...rows: Json[]) =>
  judge(...rows).map((outcome) => (outcome.ok ? "fine" : outcome.errors.map(({ code }) => code).join()));

test("an address is all that a row needs", () => expect(codes({ email: "ann@acme.test" })).toEqual(["fine"]));

test.each<[string, Json]>([
  ["INVALID_TYPE", "ann@acme.test"],
  ["INVALID_TYPE", null],
  ["OBJECT_REQUIRED", {}],
  ["INVALID_FORMAT", { email: "ann@" }],
  ["INVALID_FORMAT", { email: "ann smith@acme.test" }],
  ["MAX_LENGTH", { email: `${"a".repeat(250)}@acme.test` }],
  ["MAX_LENGTH", { email: "ann@acme.test", name: "n".repeat(301) }],
  ["MIN_LENGTH", { email: "ann@acme.test", name: "" }],
  ["INVALID_TYPE", { email: "ann@acme.test", email_verified: "no" }],
  ["PATTERN", { email: "ann@acme.test", phone_number: "0123" }],
  ["OBJECT_ADDITIONAL_PROPERTIES", { email: "ann@acme.test", password: "secret" }],
  ["NOT_PASSED", { email: "ann@acme.test", app_metadata: { blocked: true } }],
  ["UNSUPPORTED", { email: "ann@acme.test", password_hash: "$2b$10$abc" }],
  ["UNSUPPORTED", { email: "ann@acme.test", mfa_factors: [{ totp: { secret: "GEZDG" } }] }],
])("%s: %j", (code, row) => expect(codes(row)).toEqual([code]));

test("the second row with an address or an id is a duplicate; a bad row claims neither", () => {
  expect(codes({ email: "ann@acme.test" }, { email: "ANN@acme.test" })).toEqual(["fine", "DUPLICATED_USER"]);
  const [a, b] = ["a@acme.test", "b@acme.test"];
  expect(codes({ email: a, user_id: "1" }, { email: b, user_id: "1" })).toEqual(["fine", "DUPLICATED_USER"]);
  expect(codes({ email: a, name: "" }, { email: a })).toEqual(["MIN_LENGTH", "fine"]);
});

test("an error names the place as Auth0 does", () => {
  expect(judge({ email: "nonsense" })).toEqual([
    {
      ok: false,
      errors: [
        {
          code: "INVALID_FORMAT",
          message:
            "Error in identities[0].profileData.email property - Object didn't pass validation for format email: nonsense",
          path: "identities[0].profileData.email",
        },
      ],
    },
  ]);
});
