import { type Logger, type StorefrontEvent, sourceRef } from "@askonce/spec";
import * as z from "zod";
import { customerRef } from "../map/customer.ts";
import { gmtInstant } from "../map/instants.ts";
import type { MapContext } from "../map/map-context.ts";
import { orderSnapshot } from "../orders/order-snapshot.ts";
import { idSchema, textSchema } from "../schemas/lenient.ts";
import { wooOrderSchema } from "../schemas/woo-order.ts";

export interface WebhookContent {
  topic: string;
  key(resourceId: string): string;
  body: unknown;
}

const orderSchema = z.object({
  id: idSchema,
  status: z.string(),
  currency: z.string(),
  line_items: z.array(z.unknown()),
  date_modified_gmt: textSchema,
});
const errorSchema = z.object({ code: z.string(), message: z.string(), data: z.object({ status: z.int() }).nullable().catch(null) });
const deletedSchema = z.strictObject({ id: idSchema });

/**
 * What a signed webhook says. `null`: its topic does not concern us. `undefined`: the body does not hold what its topic promises. The topic
 * is a header and not signed, so the body has to look like it as well.
 */
export function readEvent(content: WebhookContent, map: MapContext, logger: Logger): StorefrontEvent | null | undefined {
  const [resource = "", event = ""] = content.topic.split(".");
  // A note, a fulfillment, a status as an action: the body has no order in it. The order's own webhook or the next reconciliation tells.
  if (resource !== "order" && resource !== "customer") return null;
  const refusal = errorSchema.safeParse(content.body);
  if (refusal.success) return readRefusal(content, refusal.data.data?.status ?? 0, logger);
  if (resource === "customer") return readCustomer(content, map.adapterId);
  if (event === "deleted") {
    const deleted = deletedSchema.safeParse(content.body);
    if (!deleted.success) return undefined;
    return { type: "order.deleted", key: content.key(deleted.data.id), ref: sourceRef(map.adapterId, deleted.data.id) };
  }
  return ["created", "updated", "restored"].includes(event) ? readOrder(content, map, logger) : null;
}

/** The body is the answer that the webhook's owner would get. Without rights, that is an error, and it stays so until somebody acts. */
function readRefusal(content: WebhookContent, status: number, logger: Logger): StorefrontEvent | null {
  if (status === 401 || status === 403) return { type: "source.problem", key: content.key("problem"), code: "webhook_owner_lost_access" };
  // The order was gone before its webhook was sent.
  logger.info("A WooCommerce webhook held an error", { topic: content.topic, status });
  return null;
}

function readCustomer(content: WebhookContent, adapterId: string): StorefrontEvent | undefined {
  const customer = z.object({ id: idSchema }).safeParse(content.body);
  if (!customer.success) return undefined;
  return { type: "customer.changed", key: content.key(`customer-${customer.data.id}`), ref: customerRef(adapterId, customer.data.id) };
}

/**
 * The body is the order as it was when the webhook was sent, which may be long after the event: it is a state, never a change of state.
 * One that cannot be read as a whole still says which order to look at.
 */
function readOrder(content: WebhookContent, map: MapContext, logger: Logger): StorefrontEvent | undefined {
  const order = orderSchema.safeParse(content.body);
  if (!order.success) return undefined;
  const { id, status, date_modified_gmt } = order.data;
  const key = content.key(id);
  const ref = sourceRef(map.adapterId, id);
  if (status === "trash") return { type: "order.deleted", key, ref };
  const version = gmtInstant(date_modified_gmt);
  try {
    return { type: "order.changed", key, ref, version, snapshot: orderSnapshot(wooOrderSchema.parse(content.body), map) };
  } catch {
    logger.warn("A WooCommerce webhook's order could not be read and has to be fetched", { topic: content.topic });
    return { type: "order.changed", key, ref, version, snapshot: null };
  }
}
