import { type AdapterContext, AskonceError, type Order, type OrderQuery, parseSourceRef, type StorefrontAdapterV1 } from "@askonce/spec";
import * as z from "zod";
import { mapOrder } from "./map-order.ts";
import { checkMemoryShop } from "./memory-check.ts";
import type { MemoryStorefrontSettings } from "./memory-options.ts";
import type { MemoryRequest } from "./memory-request.ts";
import { readMemoryWebhook, receiveMemoryWebhook } from "./memory-webhook.ts";
import { vendorOrderSchema } from "./vendor-order.ts";

/** The most orders a search answers with. */
const searchLimit = 20;

const foundSchema = z.object({ orders: z.array(vendorOrderSchema) });
const changesSchema = z.object({ orders: z.array(vendorOrderSchema), next: z.string().nullable(), total: z.int() });

/** The adapter itself: nothing in it knows that its vendor lives in the same process. */
export function createMemoryAdapter(request: MemoryRequest, settings: MemoryStorefrontSettings): StorefrontAdapterV1 {
  const { id, displayName, webhookSecret, pageSize } = settings;
  return {
    specVersion: "v1",
    kind: "storefront",
    id,
    displayName,
    getOrder: async (ref, context) => {
      const parts = parseSourceRef(ref);
      if (parts?.adapterId !== id) return null;
      const answer = await request(`/orders/${encodeURIComponent(parts.vendorId)}`, context);
      return answer === null ? null : mapOrder(read(vendorOrderSchema, answer), id);
    },
    findOrders: async (query, context) => ({ orders: await findOrders(request, id, query, context), gaps: [] }),
    check: (context) => checkMemoryShop(request, context),
    webhooks: {
      receive: async (webhook) => receiveMemoryWebhook(webhook, { adapterId: id, secret: webhookSecret }),
      read: async (webhook) => readMemoryWebhook(webhook, id),
    },
    changes: {
      // The server's list is exact and immediate, so there is nothing to look back for.
      overlapMs: 0,
      list: async ({ since, cursor }, context) => {
        const query = new URLSearchParams({ limit: String(pageSize), ...(since && { since }), ...(cursor && { cursor }) });
        const page = read(changesSchema, await request(`/changes?${query}`, context));
        return {
          snapshots: page.orders.map((order) => ({ order: mapOrder(order, id), omitted: [] })),
          deleted: [],
          nextCursor: page.next,
          total: page.total,
          gaps: [],
        };
      },
    },
  };
}

async function findOrders(request: MemoryRequest, adapterId: string, query: OrderQuery, context: AdapterContext): Promise<Order[]> {
  const wanted = normalizeQuery(query);
  if (Object.keys(wanted).length === 0) return [];
  const { orders } = read(foundSchema, await request(`/orders?${new URLSearchParams(wanted)}`, context));
  // The vendor's answer is looked over: a search that is taken more widely than it was meant shows somebody else's order.
  return orders
    .map((order) => mapOrder(order, adapterId))
    .filter((order) => wanted.number === undefined || order.number.toLowerCase() === wanted.number.toLowerCase())
    .filter((order) => wanted.email === undefined || order.email?.toLowerCase() === wanted.email)
    .filter((order) => wanted.phone === undefined || digitsOf(order.phone ?? "") === wanted.phone)
    .sort((a, b) => Date.parse(b.placedAt) - Date.parse(a.placedAt))
    .slice(0, searchLimit);
}

interface NormalizedQuery {
  number?: string;
  email?: string;
  phone?: string;
}

/** Leaves out what is empty after trimming, so that an empty field in a form is not a wish. */
function normalizeQuery(query: OrderQuery): NormalizedQuery & Record<string, string> {
  const number = (query.orderNumber ?? "").trim().replace(/^#/, "");
  const email = (query.email ?? "").trim().toLowerCase();
  const phone = digitsOf(query.phone ?? "");
  return { ...(number && { number }), ...(email && { email }), ...(phone && { phone }) };
}

function digitsOf(phone: string): string {
  return phone.replace(/[^\d+]/g, "");
}

function read<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  // Paths of the fields only: their values are a customer's.
  throw new AskonceError("ADAPTER_BAD_RESPONSE", { details: { fields: parsed.error.issues.map((issue) => issue.path.join(".")) } });
}
