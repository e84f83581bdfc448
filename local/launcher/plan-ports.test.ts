import { expect, test } from "vitest";
import { planPorts } from "./plan-ports";

test("six ports stand in a row, beginning at 3000 when PORT is unset or empty", () => {
  const row = { app: 3000, auth0: 3001, auth0Control: 3002, mailbox: 3003, smtp: 3004, postgres: 3005 };
  expect(planPorts(undefined)).toEqual({ ok: true, ports: row });
  expect(planPorts("")).toEqual({ ok: true, ports: row });
  expect(planPorts("4200")).toMatchObject({ ok: true, ports: { app: 4200, postgres: 4205 } });
});

test.each(["abc", "0", "-1", "80.5", "65531", "70000"])(
  "PORT=%s is refused with a line that says what is allowed",
  (base) => {
    const planned = planPorts(base);
    expect(planned).toMatchObject({ ok: false, reason: "not-a-port" });
    expect(planned.ok ? "" : planned.message).toContain(`PORT is "${base}"`);
  },
);
