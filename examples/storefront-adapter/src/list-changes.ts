import { readVendorResponse } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type ChangesPage, type ChangesRequest } from "@askonce/spec";
import { mapOrder } from "./map-order.ts";
import type { Settings } from "./options.ts";
import { request } from "./request.ts";
import { vendorChanges } from "./vendor-schemas.ts";

export async function listChanges(settings: Settings, { since, cursor }: ChangesRequest, context: AdapterContext): Promise<ChangesPage> {
  const parameters = new URLSearchParams({ ...(since !== null && { since }), ...(cursor !== null && { cursor }) });
  const answer = await request(settings, `changes?${parameters}`, context);
  const { rows, next, count } = readVendorResponse(vendorChanges, answer, "page of changes");
  const page: ChangesPage = { snapshots: [], deleted: [], nextCursor: next, total: count, gaps: [] };
  for (const row of rows) {
    try {
      page.snapshots.push({ order: mapOrder(row, settings), omitted: [] });
    } catch (cause) {
      // One order that cannot be read must not stop the run for all the others.
      if (!AskonceError.is(cause, "ADAPTER_BAD_RESPONSE")) throw cause;
      page.gaps.push({ field: "orders", reason: "failed", remedy: null });
    }
  }
  return page;
}
