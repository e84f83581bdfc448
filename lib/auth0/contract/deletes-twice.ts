import { right } from "../check/finding";
import { createAuth0User } from "../create-user";
import { deleteAuth0User } from "../delete-user";
import { readAuth0User } from "../read-user";
import type { Behaviour } from "./behaviour";
import { expectThat, insist } from "./insist";

export const deletesTwice: Behaviour = {
  name: "Deleting twice is deleting once",
  async prove(room) {
    const { id } = await insist("creating a person", () => createAuth0User(room.newPerson()));
    for (const nth of ["first", "second"]) await insist(`the ${nth} delete`, () => deleteAuth0User(id));
    const gone = await readAuth0User(id, { urgent: false });
    expectThat(!gone.ok && gone.reason === "not-found", "the deleted person can still be read");
    return right("both are answered alike, and the person is gone");
  },
};
