import type { Finding } from "../check/finding";
import type { TenantUnderCheck } from "../check/open-tenant";
import type { ImportUser } from "../import-file";

/** A tenant in which people of the contract may be made. Whoever is made is deleted at the end. */
export type ContractRoom = { tenant: TenantUnderCheck; newPerson(): ImportUser };

/** One thing that the portal relies on. Unlike a check, finding it out makes and deletes people. */
export type Behaviour = {
  name: string;
  /** The check that can only be told by this. */
  tells?: string;
  prove(room: ContractRoom): Promise<Finding>;
};
