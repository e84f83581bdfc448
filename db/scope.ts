import type { Actor } from "./actor";

declare const minted: unique symbol;

/** The right to work on one tenant's rows. Only `mint-scope.ts` makes one. */
export type TenantScope = {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly [minted]: "tenant";
};

/** The right to work across tenants: worker, sign-in and staff. Only `mint-scope.ts` makes one. */
export type PlatformScope = {
  readonly actor: Actor;
  readonly [minted]: "platform";
};
