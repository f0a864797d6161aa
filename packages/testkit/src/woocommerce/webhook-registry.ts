import { webhookLinks } from "./links.ts";
import { RestError } from "./rest-error.ts";
import { gmtText, siteText } from "./site-time.ts";

/** A webhook as the shop keeps it. The secret and the failure count never appear in a REST answer. */
export interface WebhookRecord {
  id: number;
  name: string;
  status: "active" | "paused" | "disabled";
  topic: string;
  deliveryUrl: string;
  secret: string;
  createdMs: number;
  modifiedMs: number | null;
  /** Consecutive failures; stays where it is when somebody sets the status back to `active`. */
  failureCount: number;
}

/** The WordPress hooks behind a topic, as recorded. */
const hooks: Record<string, string[]> = {
  "order.created": ["woocommerce_new_order"],
  "order.updated": ["woocommerce_update_order", "woocommerce_order_refunded"],
  "order.deleted": ["wp_trash_post", "woocommerce_trash_order"],
  "order.restored": ["untrashed_post", "woocommerce_untrash_order"],
  "customer.created": ["user_register", "woocommerce_created_customer", "woocommerce_new_customer"],
  "customer.updated": ["profile_update", "woocommerce_update_customer"],
  "product.updated": ["woocommerce_process_product_meta", "woocommerce_update_product", "woocommerce_update_product_variation"],
  "coupon.created": ["woocommerce_process_shop_coupon_meta", "woocommerce_new_coupon"],
};

export interface WebhookRegistry {
  add(given: { topic: string; deliveryUrl: string; name?: string; secret?: string }): WebhookRecord;
  /** @throws {RestError} 404 */
  get(id: number): WebhookRecord;
  remove(id: number): void;
  /** Newest first; those of one second by id. */
  list(): WebhookRecord[];
  activeFor(topic: string): WebhookRecord[];
  render(record: WebhookRecord, baseUrl: string): Record<string, unknown>;
}

export function createWebhookRegistry(site: { now(): number; timeZone: string; defaultSecret: string }): WebhookRegistry {
  const records = new Map<number, WebhookRecord>();
  let lastId = 0;
  return {
    add({ topic, deliveryUrl, name, secret }) {
      if (!isTopic(topic)) {
        throw new RestError(400, "woocommerce_rest_shop_webhook_invalid_topic", "Webhook topic is required and must be valid.");
      }
      if (!/^https?:\/\//.test(deliveryUrl)) {
        const message = "Webhook delivery URL must start with http:// or https://.";
        throw new RestError(400, "woocommerce_rest_shop_webhook_invalid_delivery_url", message);
      }
      lastId += 1;
      const createdMs = Math.floor(site.now() / 1000) * 1000;
      const record: WebhookRecord = {
        id: lastId,
        name: name ?? `Webhook created on ${defaultName(createdMs)}`,
        // A `status` in the request is ignored: a new webhook is always active.
        status: "active",
        topic,
        deliveryUrl,
        secret: secret ?? site.defaultSecret,
        createdMs,
        modifiedMs: null,
        failureCount: 0,
      };
      records.set(record.id, record);
      return record;
    },
    get(id) {
      const record = records.get(id);
      if (record === undefined) throw new RestError(404, "woocommerce_rest_shop_webhook_invalid_id", "Invalid ID.");
      return record;
    },
    remove(id) {
      records.delete(id);
    },
    list() {
      return [...records.values()].sort((a, b) => b.createdMs - a.createdMs || a.id - b.id);
    },
    activeFor(topic) {
      return [...records.values()].filter((record) => record.topic === topic && record.status === "active");
    },
    render(record, baseUrl) {
      const [resource = "", event = ""] = splitTopic(record.topic);
      const { createdMs, modifiedMs } = record;
      return {
        id: record.id,
        name: record.name,
        status: record.status,
        topic: record.topic,
        resource,
        event,
        hooks: hooks[record.topic] ?? (resource === "action" ? [event] : []),
        delivery_url: record.deliveryUrl,
        date_created: siteText(createdMs, site.timeZone),
        date_created_gmt: gmtText(createdMs),
        date_modified: modifiedMs === null ? null : siteText(modifiedMs, site.timeZone),
        date_modified_gmt: modifiedMs === null ? null : gmtText(modifiedMs),
        _links: webhookLinks(record.id, baseUrl),
      };
    },
  };
}

/** `order.updated` is the resource `order` and the event `updated`; an action's name is all after the first dot. */
export function splitTopic(topic: string): [resource: string, event: string] {
  const dot = topic.indexOf(".");
  return [topic.slice(0, dot), topic.slice(dot + 1)];
}

function isTopic(topic: string): boolean {
  if (/^action\.(woocommerce|wc)_/.test(topic)) return true;
  return /^(coupon|customer|order|product)\.(created|updated|deleted|restored)$/.test(topic) && topic !== "customer.restored";
}

/** `Nov 21, 2026 @ 05:20 PM`, in UTC. */
function defaultName(instantMs: number): string {
  const date = new Date(instantMs);
  const day = date.toLocaleDateString("en-US", { month: "short", day: "2-digit", year: "numeric", timeZone: "UTC" });
  const time = date.toLocaleTimeString("en-US", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
  return `${day} @ ${time}`;
}
