import {
  AskonceError,
  type ContextOrder,
  type CustomerPromise,
  type Instant,
  normalizeOrderNumber,
  type ProblemReceipt,
  type PromiseKind,
  type SourceRef,
  type SupportedLanguage,
  type WhereIsAnswer,
} from "@askonce/spec";
import type { CarrierState } from "@askonce/spec/contract";
import { whereIsMyOrder } from "../answers/where-is-my-order.ts";
import { type Caller, requireRole } from "../caller.ts";
import { trackNow } from "../carriers/track-now.ts";
import type { CustomerOrders } from "../customers/customer-orders.ts";
import type { OrderLookup, OrderProof } from "../lookup/order-lookup.ts";
import type { Orders } from "../orders/orders.ts";
import { fromInstant, toInstant, toInstantOrNull } from "../platform/instants.ts";
import type { ProblemInput, Problems } from "../problems/problems.ts";
import { fromPromise } from "../promises/promises.sql.ts";
import { ticketRow } from "../tickets/tickets.sql.ts";
import type { CheckGround } from "./check-order.ts";
import type { DeliveryWork } from "./deliveries.ts";
import { addHandParcel } from "./hand-parcel.ts";

type CustomerCaller = Extract<Caller, { kind: "customer" }>;

/** What agents, guests and customers can do about deliveries. */
export interface Deliveries {
  /** How each courier answers. */
  carriers(caller: Caller): Promise<CarrierState[]>;
  /** Asks the couriers about an order's parcels now. One that fails is shown as failing. @throws AskonceError `ORDER_NOT_FOUND` */
  track(orderRef: SourceRef, caller: Caller): Promise<ContextOrder>;
  /** @throws AskonceError `ORDER_NOT_FOUND`, `PARCEL_KNOWN` */
  addParcel(parcel: { orderRef: SourceRef; carrier: string; trackingNumber: string }, caller: Caller): Promise<ContextOrder>;
  /** What an agent promised. @throws AskonceError `ORDER_NOT_FOUND`, `TICKET_NOT_FOUND` */
  promise(promise: NewPromise, caller: Caller): Promise<CustomerPromise>;
  /** "Where is my order", for whoever answers the customer. @throws AskonceError `ORDER_NOT_FOUND` */
  whereIs(orderRef: SourceRef, language: SupportedLanguage | undefined, caller: Caller): Promise<WhereIsAnswer>;
  /** The same for a guest with a proof. @throws AskonceError `ORDER_NOT_FOUND`, `TOO_MANY_REQUESTS` */
  whereIsForGuest(proof: OrderProof, language: SupportedLanguage | undefined, clientAddress: string | null): Promise<WhereIsAnswer>;
  /** The same for a signed-in customer's own order. @throws AskonceError `ORDER_NOT_FOUND` */
  whereIsOwn(number: string, language: SupportedLanguage | undefined, caller: CustomerCaller): Promise<WhereIsAnswer>;
  /** @throws AskonceError `ORDER_NOT_FOUND`, `PARCEL_NOT_FOUND`, `TOO_MANY_REQUESTS` */
  reportForGuest(proof: OrderProof, input: ProblemInput, clientAddress: string | null): Promise<ProblemReceipt>;
  /** @throws AskonceError `ORDER_NOT_FOUND`, `PARCEL_NOT_FOUND` */
  reportOwn(number: string, input: ProblemInput, caller: CustomerCaller): Promise<ProblemReceipt>;
}

export interface NewPromise {
  orderRef?: SourceRef | undefined;
  ticketId?: string | undefined;
  parcelId?: string | undefined;
  kind: PromiseKind;
  dueAt: Instant;
}

export interface DeliveryServicesGround extends CheckGround {
  work: DeliveryWork;
  orders: Orders;
  customerOrders: CustomerOrders;
  lookup: OrderLookup;
  problems: Problems;
  stopSignal: AbortSignal;
}

export function createDeliveries(ground: DeliveryServicesGround): Deliveries {
  const { store, platform, carriers, settings, work, orders, lookup, problems } = ground;

  const answer = (entry: Pick<ContextOrder, "order" | "delivery">, language: SupportedLanguage | undefined): WhereIsAnswer => {
    const { zone } = settings.calendarOf(entry.order.shippingAddress?.countryCode ?? null);
    const tag = language ?? entry.order.language ?? store.shop.language;
    const answered = whereIsMyOrder({ order: entry.order, delivery: entry.delivery, language: tag, now: platform.clock.now(), zone });
    return { ...answered, language: languageOf(tag), promise: answered.promise === null ? null : { dueAt: answered.promise.dueAt } };
  };

  const ownOrder = async (number: string, caller: CustomerCaller): Promise<ContextOrder> => {
    const wanted = normalizeOrderNumber(number);
    let cursor: string | undefined;
    // A customer has few orders; the newest come first, and nobody walks through more than a few pages of them.
    for (let page = 0; page < 5; page++) {
      const { items, nextCursor } = await ground.customerOrders.list(caller.customerId, { cursor, limit: 50 }, caller);
      const found = items.find((item) => wanted !== null && normalizeOrderNumber(item.order.number) === wanted);
      if (found) return found;
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    throw new AskonceError("ORDER_NOT_FOUND");
  };

  return {
    async carriers(caller) {
      requireRole(caller, "agent");
      const database = await store.ready();
      const states = await database.selectFrom("carrier_states").selectAll().where("shop_id", "=", store.shopId).execute();
      const counts = await database
        .selectFrom("trackings")
        .select(({ fn }) => ["carrier_id", fn.countAll<number>().as("count"), fn.min("next_poll_at").as("next")])
        .where("shop_id", "=", store.shopId)
        .where("state", "=", "active")
        .groupBy("carrier_id")
        .execute();
      const now = store.agreedNow();
      return carriers.all.map((carrier) => {
        const state = states.find((row) => row.carrier_id === carrier.id);
        const count = counts.find((row) => row.carrier_id === carrier.id);
        return {
          carrierId: carrier.id,
          displayName: carrier.displayName,
          standing: carrier.standing ?? "official",
          trackedCount: Number(count?.count ?? 0),
          overdueMs: Math.max(0, now - Number(count?.next ?? now)),
          lastAnswerAt: toInstantOrNull(state?.last_answer_at ?? null),
          pausedUntil: state && state.paused_until > now ? toInstant(state.paused_until) : null,
          problem: state?.problem ?? null,
          unknownCodes: JSON.parse(state?.unknown_codes ?? "{}") as Record<string, number>,
        };
      });
    },

    async track(orderRef, caller) {
      requireRole(caller, "agent");
      await orders.get(orderRef, caller);
      await work.check(orderRef);
      await trackNow(ground, orderRef, ground.stopSignal);
      await work.check(orderRef);
      return orders.get(orderRef, caller);
    },

    async addParcel({ orderRef, carrier, trackingNumber }, caller) {
      requireRole(caller, "agent");
      await store.transact(caller, (unit) => addHandParcel(unit, store, { orderRef, carrier, trackingNumber, now: platform.clock.now() }));
      await work.check(orderRef);
      return orders.get(orderRef, caller);
    },

    async promise(given, caller) {
      requireRole(caller, "agent");
      if (given.orderRef !== undefined) await orders.get(given.orderRef, caller);
      return store.transact(caller, async (unit) => {
        if (given.ticketId !== undefined) await ticketRow(unit.database, store.shopId, given.ticketId);
        const promise: CustomerPromise = {
          id: platform.createId("prm"),
          ticketId: given.ticketId ?? null,
          orderRef: given.orderRef ?? null,
          parcelId: given.parcelId ?? null,
          kind: given.kind,
          source: "agent",
          madeBy: caller.kind === "agent" ? caller.name.slice(0, 120) : "askonce",
          madeAt: toInstant(platform.clock.now()),
          dueAt: toInstant(fromInstant(given.dueAt)),
          dueDate: null,
          zone: null,
          shownToBuyer: true,
          state: "open",
          settledAt: null,
        };
        await unit.database.insertInto("promises").values(fromPromise(store.shopId, promise)).execute();
        const { id: promiseId, orderRef, kind, source, dueAt } = promise;
        unit.emit("promise.created", { kind: "promise", id: promiseId }, { promiseId, orderRef, kind, source, dueAt });
        return promise;
      });
    },

    async whereIs(orderRef, language, caller) {
      return answer(await orders.get(orderRef, caller), language);
    },

    async whereIsForGuest(proof, language, clientAddress) {
      return answer(await lookup.findWhole(proof, clientAddress), language);
    },

    async whereIsOwn(number, language, caller) {
      return answer(await ownOrder(number, caller), language);
    },

    async reportForGuest(proof, input, clientAddress) {
      const { order } = await lookup.findWhole(proof, clientAddress);
      return problems.receive(order, input, { caller: { kind: "system" }, assurance: "orderMatched", channel: "form" });
    },

    async reportOwn(number, input, caller) {
      const { order } = await ownOrder(number, caller);
      return problems.receive(order, input, { caller, assurance: caller.assurance, channel: "form" });
    },
  };
}

function languageOf(tag: string): SupportedLanguage {
  const language = tag.slice(0, 2).toLowerCase();
  return language === "it" || language === "ro" ? language : "en";
}
