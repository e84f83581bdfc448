import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { Door } from "./door";

const newAnswer = () => new ServerResponse(new IncomingMessage(new Socket()));

it("tells clients to come back on another connection from the moment it closes, those inside included", () => {
  const door = new Door();
  const [inside, late] = [newAnswer(), newAnswer()];
  door.enter(inside, () => {});
  expect(inside.hasHeader("connection")).toBe(false);
  door.beTheLast();
  door.enter(late, () => {});
  expect([inside, late].map((answer) => answer.getHeader("connection"))).toEqual(["close", "close"]);
});

it("keeps those who come while it is held, and lets them in afterwards in their order", () => {
  const door = new Door();
  const begun: number[] = [];
  door.hold();
  for (const at of [1, 2]) door.enter(newAnswer(), () => begun.push(at));
  expect({ open: door.open, begun }).toEqual({ open: 2, begun: [] });
  door.release();
  door.enter(newAnswer(), () => begun.push(3));
  expect(begun).toEqual([1, 2, 3]);
});

it("forgets an answer once its connection is done with it", () => {
  const door = new Door();
  const answer = newAnswer();
  door.enter(answer, () => {});
  answer.emit("close");
  expect(door.open).toBe(0);
});
