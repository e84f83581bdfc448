import { right } from "../check/finding";
import type { Behaviour } from "./behaviour";
import { importPeople } from "./import-people";
import { expectThat } from "./insist";

export const namesDuplicates: Behaviour = {
  name: "A repeated import changes nothing and says so",
  async prove(room) {
    const person = room.newPerson();
    await importPeople([person]);
    const twin = { ...room.newPerson(), mailbox: person.mailbox };
    const again = await importPeople([person, twin]);
    expectThat(again.rejections.length === 2, `${again.rejections.length} of 2 rows were refused`);
    for (const { code, reason, mailbox } of again.rejections) {
      expectThat(reason === "duplicate", `the row was refused as ${code}, not as DUPLICATED_USER`);
      expectThat(mailbox === person.mailbox, "the refused row does not name its address");
    }
    return right(`same id and other id are refused alike: ${again.rejections[0]?.code}`);
  },
};
