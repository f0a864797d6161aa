import type { OrderStatus } from "@askonce/spec";

/** What mapping needs to know about the adapter. */
export interface MapContext {
  adapterId: string;
  /** The shop's, without a slash at the end. */
  url: string;
  statusMap: Readonly<Record<string, OrderStatus>>;
}
