import { type AdapterContext, AskonceError, type Gap } from "@askonce/spec";

export interface SideRead<Value> {
  value: Value;
  gaps: Gap[];
}

/**
 * Reads something beside the order. A refusal or failure becomes a gap: an order without its notes is better than no order. Only the
 * caller's own cancellation ends everything.
 *
 * @param remedy for a missing permission
 */
export async function sideRead<Value>(
  field: string,
  empty: Value,
  remedy: string,
  read: () => Promise<Value>,
  context: Pick<AdapterContext, "logger" | "signal">,
): Promise<SideRead<Value>> {
  try {
    return { value: await read(), gaps: [] };
  } catch (error) {
    context.signal.throwIfAborted();
    if (!AskonceError.is(error)) throw error;
    context.logger.warn("A part of a WooCommerce order could not be read", { field, code: error.code });
    return { value: empty, gaps: [gapFor(field, error, remedy)] };
  }
}

function gapFor(field: string, error: AskonceError, remedy: string): Gap {
  if (error.code === "ADAPTER_FORBIDDEN" || error.code === "ADAPTER_UNAUTHORIZED") return { field, reason: "scope_missing", remedy };
  if (error.details.vendorCode === "rest_no_route") return { field, reason: "not_installed", remedy: null };
  return { field, reason: "failed", remedy: null };
}
