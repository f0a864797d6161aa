import type { AskonceEvent } from "@askonce/spec";
import type { Contract } from "@askonce/spec/contract";
import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from "@orpc/contract";

export interface CallOptions {
  /** Stops the call; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
}

export interface StreamOptions extends CallOptions {
  /** Resume after the event with this sequence; without it the stream starts with what happens next. */
  lastEventId?: string | number;
}

/** `input` may be left out where every part of it is optional. */
type Arguments<Input, Options> = undefined extends Input
  ? [input?: Input, options?: Options]
  : Record<never, never> extends Input
    ? [input?: Input, options?: Options]
    : [input: Input, options?: Options];

type Call<Endpoint> =
  Endpoint extends ContractProcedure<infer Input, infer Output, infer _Errors, infer _Meta>
    ? InferSchemaOutput<Output> extends AsyncIterator<unknown, unknown, unknown>
      ? (...args: Arguments<InferSchemaInput<Input>, StreamOptions>) => Promise<AsyncGenerator<AskonceEvent, void, void>>
      : (...args: Arguments<InferSchemaInput<Input>, CallOptions>) => Promise<InferSchemaOutput<Output>>
    : never;

/**
 * The HTTP API as functions: `client.tickets.get({ ticketId })`. Inputs and outputs are the contract's. A call rejects with
 * {@link AskonceApiError}, or with the signal's reason when it was aborted.
 */
export type AskonceClient = {
  readonly [Group in keyof Contract]: { readonly [Name in keyof Contract[Group]]: Call<Contract[Group][Name]> };
};
