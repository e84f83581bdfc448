import type { Behaviour } from "./behaviour";
import { blocksAndUnblocks } from "./blocks-and-unblocks";
import { deletesTwice } from "./deletes-twice";
import { findsByAddress } from "./finds-by-address";
import { importsWithOurId } from "./imports-with-our-id";
import { limitsImports } from "./limits-imports";
import { makesTickets } from "./makes-tickets";
import { namesDuplicates } from "./names-duplicates";
import { obeysTicketLife } from "./obeys-ticket-life";
import { refusesNewPassword } from "./refuses-new-password";

/** What the walk relies on, in the order of the walk. */
export const behaviours: Behaviour[] = [
  importsWithOurId,
  namesDuplicates,
  limitsImports,
  findsByAddress,
  makesTickets,
  obeysTicketLife,
  refusesNewPassword,
  blocksAndUnblocks,
  deletesTwice,
];
