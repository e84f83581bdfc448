import { expect, it } from "vitest";
import { seatCounts } from "./tenants";

it.each([
  ["an empty tenant", [10, 0, 0], { purchased: 10, used: 0, reserved: 0, free: 10 }],
  ["a tenant under way", [12, 9, 2], { purchased: 12, used: 2, reserved: 7, free: 3 }],
  ["a full one", [5, 5, 5], { purchased: 5, used: 5, reserved: 0, free: 0 }],
  ["one that holds more than it bought", [3, 5, 4], { purchased: 3, used: 4, reserved: 1, free: -2 }],
] as const)(
  "%s: used, reserved and free are what is left of purchased",
  (_what, [bought, held, active], counts) => {
    expect(seatCounts({ seatsPurchased: bought, seatsHeld: held, seatsActive: active })).toEqual(counts);
  },
);
