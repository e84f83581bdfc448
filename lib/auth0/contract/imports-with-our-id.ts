import { right } from "../check/finding";
import { readAuth0User } from "../read-user";
import type { Behaviour } from "./behaviour";
import { importPeople } from "./import-people";
import { expectThat, insist } from "./insist";

export const importsWithOurId: Behaviour = {
  name: "An import keeps the id that we chose",
  tells: "Name and id together",
  async prove(room) {
    const person = room.newPerson();
    const { rejections } = await importPeople([person]);
    expectThat(rejections.length === 0, `the import refused the person (${rejections[0]?.code})`);
    const user = await insist("reading auth0|<our id>", () =>
      readAuth0User(`auth0|${person.id}`, { urgent: false }),
    );
    expectThat(!user.emailVerified, "the imported person counts as verified");
    expectThat(!user.blocked, "the imported person is blocked");
    expectThat(
      user.inOurConnection,
      "the person is in another connection: AUTH0_CONNECTION and AUTH0_CONNECTION_ID differ",
    );
    return right("found as auth0|<our id>, unverified, in the connection of AUTH0_CONNECTION");
  },
};
