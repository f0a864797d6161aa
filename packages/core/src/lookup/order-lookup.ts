import { AskonceError, type ContextOrder, normalizeEmail, normalizeOrderNumber, normalizePostcode } from "@askonce/spec";
import type { DisclosedOrder } from "@askonce/spec/contract";
import { sql } from "kysely";
import { discloseOrder } from "../disclosure/disclose-order.ts";
import { clientNetwork } from "../limits/client-network.ts";
import { takeAttempt } from "../limits/take-attempt.ts";
import type { LiveReads } from "../orders/live-reads.ts";
import { orderJson, type StoredOrder, toContextOrder } from "../orders/orders.sql.ts";
import type { DeliverySettings } from "../parcels/delivery-settings.ts";
import { toInstant } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import { hashSecret } from "../platform/secrets.ts";
import type { Store } from "../storage/store.ts";

/** A number and one other detail of the order. */
export interface OrderProof {
  number: string;
  email?: string | undefined;
  postcode?: string | undefined;
}

export interface OrderLookup {
  /**
   * An order for somebody who knows its number and a second detail of it.
   *
   * @throws AskonceError `ORDER_NOT_FOUND` for a wrong number and a wrong proof alike, after the same time; `TOO_MANY_REQUESTS`
   */
  find(query: OrderProof, clientAddress: string | null): Promise<DisclosedOrder>;
  /** The same with everything that is known of it, for services that decide themselves what they show. */
  findWhole(query: OrderProof, clientAddress: string | null): Promise<Pick<ContextOrder, "order" | "delivery">>;
}

/** Every answer takes at least this long, so that the time tells nothing about which part was wrong. */
const answerAfterMs = 150;
const windowMs = 15 * 60_000;
const perNumber = { tries: 10, windowMs };
const perClient = { tries: 60, windowMs };

export function createOrderLookup(store: Store, platform: Platform, live: LiveReads, settings: DeliverySettings): OrderLookup {
  const search = async (number: string | null, email: string | null, postcode: string | null): Promise<StoredOrder | null> => {
    const database = await store.ready();
    // One statement with all conditions: a wrong number and a wrong proof take the same way through the index.
    const proof = email !== null ? sql`o.email_normalized = ${email}` : sql`o.postcode_normalized = ${postcode}`;
    const { rows } = await sql<{ stored: string }>`select ${orderJson(store.dialect)} as stored from orders o
      where o.shop_id = ${store.shopId} and o.number_normalized = ${number ?? ""} and ${proof} and o.deleted_at is null
      order by o.placed_at desc limit 2`.execute(database);
    // Two shops' systems may give one number twice; with one proof for both there is no telling which is meant.
    return rows.length === 1 && rows[0] ? (JSON.parse(rows[0].stored) as StoredOrder) : null;
  };

  /** Over all processes. Both are counted whatever the other says, so that neither tells of the other. */
  const countTry = async (number: string | null, clientAddress: string | null): Promise<number> => {
    const ofNumber = await hashSecret(`look-up of ${number ?? ""}`);
    const ofClient = clientAddress === null ? null : await hashSecret(`look-up by ${clientNetwork(clientAddress)}`);
    const now = platform.clock.now();
    return store.write(async (database) => {
      const wait = await takeAttempt(database, store.shopId, ofNumber, perNumber, now);
      return ofClient === null ? wait : Math.max(wait, await takeAttempt(database, store.shopId, ofClient, perClient, now));
    });
  };

  const prove = async (query: OrderProof, clientAddress: string | null): Promise<StoredOrder> => {
    const number = normalizeOrderNumber(query.number);
    const wait = await countTry(number, clientAddress);
    if (wait > 0) throw new AskonceError("TOO_MANY_REQUESTS", { retryAfterMs: wait });

    const email = query.email === undefined ? null : normalizeEmail(query.email);
    const postcode = query.postcode === undefined ? null : normalizePostcode(query.postcode);
    const [stored] = await Promise.all([
      search(number, email ?? (query.email === undefined ? null : ""), postcode),
      // Real time on purpose: it is what a guesser measures.
      new Promise((resolve) => setTimeout(resolve, answerAfterMs)),
    ]);
    if (!stored) {
      // It may be an order of a minute ago. Whatever was wrong, the same background read follows; its answer is for the next try.
      if (number !== null && email !== null) live.findInBackground({ orderNumber: number, email });
      throw new AskonceError("ORDER_NOT_FOUND");
    }
    return stored;
  };

  return {
    async find(query, clientAddress) {
      const stored = await prove(query, clientAddress);
      return discloseOrder({ ...stored.body, parcels: stored.parcels }, toInstant(stored.fetchedAt), "orderMatched");
    },
    async findWhole(query, clientAddress) {
      const stored = await prove(query, clientAddress);
      return toContextOrder(stored, { now: platform.clock.now(), freshForMs: Number.MAX_SAFE_INTEGER, settings });
    },
  };
}
