import { right } from "../check/finding";
import { createAuth0User } from "../create-user";
import { readAuth0User } from "../read-user";
import { setBlocked } from "../set-blocked";
import type { Behaviour } from "./behaviour";
import { expectThat, insist } from "./insist";

export const blocksAndUnblocks: Behaviour = {
  name: "Blocking shows at once, and twice is once",
  async prove(room) {
    const { id } = await insist("creating a person", () => createAuth0User(room.newPerson()));
    for (const wanted of [true, true, false, false]) {
      await insist("setting blocked", () => setBlocked(id, wanted));
      const { blocked } = await insist("reading the person", () => readAuth0User(id, { urgent: false }));
      expectThat(blocked === wanted, `blocked reads ${blocked} right after it was set to ${wanted}`);
    }
    return right("blocked, blocked, unblocked, unblocked");
  },
};
