import { wordsOf } from "../check/ask-tenant";
import { right } from "../check/finding";
import { createAuth0User } from "../create-user";
import type { Behaviour } from "./behaviour";
import { expectThat, insist } from "./insist";

export const refusesNewPassword: Behaviour = {
  name: "A ticket cannot bring a password along",
  async prove(room) {
    const { id } = await insist("creating a person", () => createAuth0User(room.newPerson()));
    const reply = await room.tenant.api("/tickets/password-change", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ user_id: id, new_password: "Not-to-be-taken-1!" }),
    });
    expectThat(reply.status === 400, `new_password was answered with ${wordsOf(reply)}`);
    return right("new_password is refused with 400");
  },
};
