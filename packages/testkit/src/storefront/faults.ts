/**
 * Something that goes wrong between the adapter and its vendor. `rateLimited` carries `Retry-After` in whole seconds. `hang` never
 * answers, but lets go when the request is aborted. `refused`: no connection at all.
 */
export type StorefrontFault =
  | { kind: "unauthorized" }
  | { kind: "rateLimited"; retryAfterSeconds: number }
  | { kind: "serverError"; status: 500 | 502 | 503 }
  | { kind: "htmlInsteadOfJson" }
  | { kind: "truncatedJson" }
  | { kind: "hang" }
  | { kind: "refused" };

/** Puts faults before the next requests. */
export interface StorefrontFaults {
  /**
   * The next `times` requests meet the fault, whatever they ask for; `Number.POSITIVE_INFINITY` for all of them. What is left of an
   * earlier fault is dropped.
   */
  next(fault: StorefrontFault, times: number): void;
  /** How many requests reached the vendor or a fault since the harness was made; without those that were aborted before. */
  requestCount(): number;
}
