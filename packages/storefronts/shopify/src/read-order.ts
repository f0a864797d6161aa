import { type AdapterContext, AskonceError, type Gap } from "@askonce/spec";
import type { OrderAnswer } from "./documents/order-answer.ts";
import { readAfterSales } from "./documents/read-after-sales.ts";
import { readMoreItems, readOrder } from "./documents/read-order.ts";
import type { AdminApi } from "./graphql/admin-api.ts";
import { missingData } from "./graphql/graphql-error.ts";
import { type AfterSales, mapAfterSales } from "./map/after-sales.ts";
import { gapsUnder } from "./map/gaps.ts";

/** Pages of items that are fetched after the first one: 530 items in all. */
const maxItemPages = 5;

/** An order's answer with what could not be read of it; `null` when there is no such order. */
export async function fetchOrder(api: AdminApi, gid: string, context: AdapterContext): Promise<{ order: OrderAnswer; gaps: Gap[] } | null> {
  const answer = await api.read(readOrder, { id: gid }, context);
  const { order } = answer.data;
  if (!order) {
    // Something below the order could not be read and took it away: that is not "there is none".
    if (answer.denied.length > 0) throw missingData(answer.denied);
    return null;
  }
  await addMoreItems(api, order, context);
  return { order, gaps: gapsUnder(answer.denied, ["order"]) };
}

export async function fetchAfterSales(api: AdminApi, gid: string, context: AdapterContext): Promise<AfterSales> {
  try {
    const answer = await api.read(readAfterSales, { id: gid }, context);
    return mapAfterSales(answer.data, answer.denied);
  } catch (error) {
    if (!AskonceError.is(error, "ADAPTER_FORBIDDEN")) throw error;
    const remedy = remedyOf(error);
    return {
      refunds: [],
      returns: [],
      gaps: [
        { field: "refunds", reason: "scope_missing", remedy },
        { field: "returns", reason: "scope_missing", remedy },
      ],
    };
  }
}

async function addMoreItems(api: AdminApi, order: OrderAnswer, context: AdapterContext): Promise<void> {
  for (let page = 0; page < maxItemPages && order.lineItems.pageInfo.hasNextPage; page++) {
    const after = order.lineItems.pageInfo.endCursor;
    if (!after) return;
    const more = (await api.read(readMoreItems, { id: order.id, after }, context)).data.order?.lineItems;
    if (!more) return;
    order.lineItems = { nodes: [...order.lineItems.nodes, ...more.nodes], pageInfo: more.pageInfo };
  }
}

function remedyOf(error: AskonceError): string | null {
  const { missing } = error.details;
  return Array.isArray(missing) && typeof missing[0] === "string" ? missing[0] : null;
}
