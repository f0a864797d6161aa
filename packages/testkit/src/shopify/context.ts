import type { AdminAccessTable } from "./access-table.ts";
import type { AppProfile } from "./app-profile.ts";
import type { AdminVersion } from "./introspection.ts";
import type { OrderRecord } from "./records.ts";
import type { SearchFieldTable } from "./search-fields.ts";
import type { SearchReport } from "./search-warnings.ts";
import type { ShopChanges } from "./shop-changes.ts";
import type { SimulatorStore } from "./store.ts";

/** What every resolver of one request sees. */
export interface ExecutionContext {
  store: SimulatorStore;
  changes: ShopChanges;
  version: AdminVersion;
  access: AdminAccessTable;
  searchFields: SearchFieldTable;
  app: AppProfile;
  /** Scopes the request's token grants, a write scope including its read scope. */
  scopes: ReadonlySet<string>;
  /** Epoch milliseconds of the request. */
  now: number;
  /** Scheme and host the request came in on, for absolute links. */
  origin: string;
  /** Connections return everything and need no page size, as in a bulk operation. */
  unpaged: boolean;
  /** What the searches of this request could not understand; filled while it runs. */
  searchReports: SearchReport[];
  /** Makes a bulk operation of a query text, and returns its id. */
  startBulkOperation(query: string): Promise<{ id: string } | { problem: string }>;
}

const sixtyDaysMs = 60 * 86_400_000;

/** Whether the token may see an order: without `read_all_orders` older ones than 60 days do not exist for it. */
export function isVisible(context: ExecutionContext, order: OrderRecord): boolean {
  return context.scopes.has("read_all_orders") || Date.parse(order.createdAt) >= context.now - sixtyDaysMs;
}

export function visibleOrders(context: ExecutionContext, orders: Iterable<OrderRecord> = context.store.orders.values()): OrderRecord[] {
  if (context.scopes.has("read_all_orders")) return [...orders];
  return [...orders].filter((order) => isVisible(context, order));
}
