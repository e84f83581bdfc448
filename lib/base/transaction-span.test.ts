import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { refuseInTransaction, spanTransaction } from "./transaction-span";

const touch = async () => {
  await sleep(1);
  refuseInTransaction("a letter");
};

it("the world is out of reach within a transaction's work, however deep, and in reach outside and after it", async () => {
  await touch();
  await expect(spanTransaction(touch)).rejects.toThrow("a letter while a transaction is open");
  await spanTransaction(() => sleep(1));
  await touch();
});

it("one transaction says nothing of what else is going on", async () => {
  const open = spanTransaction(() => sleep(20));
  await touch();
  await open;
});
