import type { AskonceError } from "@askonce/spec";
import type { Caller } from "../caller.ts";

/** What a procedure knows about its request. */
export interface RequestContext {
  requestId: string;
  /** The address of the client as the server in front of the handler says; `null` when nobody told. */
  clientAddress: string | null;
  signal: AbortSignal;
  /** What the request failed with; the answer is made of it. */
  failure: AskonceError | null;
  agent(): Promise<Extract<Caller, { kind: "agent" }>>;
  customer(): Promise<Extract<Caller, { kind: "customer" }>>;
}
