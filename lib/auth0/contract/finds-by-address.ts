import { right } from "../check/finding";
import { createAuth0User } from "../create-user";
import { findAuth0User } from "../find-user";
import type { Behaviour } from "./behaviour";
import { expectThat, insist } from "./insist";

export const findsByAddress: Behaviour = {
  name: "A new person is found by address at once",
  async prove(room) {
    const person = room.newPerson();
    const made = await insist("creating a person", () => createAuth0User(person));
    expectThat(made.id === `auth0|${person.id}`, "the person was made under another id");
    const found = await insist("asking by address", () => findAuth0User(person.mailbox));
    expectThat(found?.id === made.id, "the person made a moment ago is not found by address");
    return right("users-by-email knows them in the next call");
  },
};
