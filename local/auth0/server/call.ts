import type { IncomingMessage, ServerResponse } from "node:http";
import type { RateGroup } from "../limits/plan-limits";
import type { Tenant } from "../tenant";

/** One request on its way through the tenant. */
export interface Call {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly url: URL;
  /** The decoded values of the route's `{names}`. */
  readonly params: Readonly<Record<string, string>>;
  readonly ip: string;
  /** Ids for the call log; handlers add what the call turned out to be about. */
  readonly ids: Record<string, string>;
}

export interface Reply {
  status: number;
  headers: Record<string, string | string[]>;
  body: string;
}

/** Answers a call, or says that the OpenID Connect engine has answered it. */
export type Answer = (tenant: Tenant, call: Call) => Promise<Reply | "answered">;

export interface Route {
  method: string;
  /** A path with `{name}` for each variable segment. */
  path: string;
  /** The rate limit that its calls count against; without one they are free. */
  group?: RateGroup;
  answer: Answer;
}
