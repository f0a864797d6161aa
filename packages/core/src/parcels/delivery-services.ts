import {
  AskonceError,
  type ContextOrder,
  type CustomerPromise,
  type Instant,
  type ProblemReceipt,
  type PromiseKind,
  type SourceRef,
  type SupportedLanguage,
  type WhereIsAnswer,
} from "@askonce/spec";
import type { CarrierState } from "@askonce/spec/contract";
import { sql } from "kysely";
import { whereIsMyOrder } from "../answers/where-is-my-order.ts";
import { type Caller, requireRole } from "../caller.ts";
import { trackNow } from "../carriers/track-now.ts";
import type { CustomerOrders } from "../customers/customer-orders.ts";
import type { OrderLookup, OrderProof } from "../lookup/order-lookup.ts";
import type { Orders } from "../orders/orders.ts";
import { fromInstant, toInstant, toInstantOrNull } from "../platform/instants.ts";
import type { ProblemInput, Problems } from "../problems/problems.ts";
import { fromPromise, toPromise } from "../promises/promises.sql.ts";
import { settlePromise } from "../promises/update-promises.ts";
import type { UnitOfWork } from "../storage/store.ts";
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
  /** Says how an open promise ended. @throws AskonceError `PROMISE_NOT_FOUND`, `PROMISE_SETTLED` */
  settlePromise(promiseId: string, state: "kept" | "withdrawn", caller: Caller): Promise<CustomerPromise>;
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

  /** An answer that says until when we write is a promise, once for each day it names. */
  const keepWord = async ({ order, delivery }: Pick<ContextOrder, "order" | "delivery">, { promise, nextStep }: WhereIsAnswer) => {
    if (promise === null || nextStep.kind !== "write") return;
    const known = delivery.promises.some((one) => one.source === "holding_reply" && Date.parse(one.dueAt) === Date.parse(promise.dueAt));
    if (known) return;
    await store.transact({ kind: "system" }, (unit) =>
      addPromise(unit, { orderRef: order.ref, kind: "reply", dueAt: promise.dueAt }, "holding_reply", "askonce"),
    );
  };

  const addPromise = async (
    unit: UnitOfWork,
    given: NewPromise,
    source: CustomerPromise["source"],
    madeBy: string,
  ): Promise<CustomerPromise> => {
    const promise: CustomerPromise = {
      id: platform.createId("prm"),
      ticketId: given.ticketId ?? null,
      orderRef: given.orderRef ?? null,
      parcelId: given.parcelId ?? null,
      kind: given.kind,
      source,
      madeBy: madeBy.slice(0, 120),
      madeAt: toInstant(platform.clock.now()),
      dueAt: toInstant(fromInstant(given.dueAt)),
      dueDate: null,
      zone: null,
      shownToBuyer: true,
      state: "open",
      settledAt: null,
    };
    await unit.database.insertInto("promises").values(fromPromise(store.shopId, promise)).execute();
    if (promise.orderRef !== null) await wakeOrder(unit, store.shopId, promise.orderRef, store.agreedNow());
    const { id: promiseId, orderRef, kind, dueAt } = promise;
    unit.emit("promise.created", { kind: "promise", id: promiseId }, { promiseId, orderRef, kind, source, dueAt });
    return promise;
  };

  const ownOrder = async (number: string, caller: CustomerCaller): Promise<ContextOrder> => {
    const found = await ground.customerOrders.findOwn(number, caller);
    if (!found) throw new AskonceError("ORDER_NOT_FOUND");
    return found;
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
        .where("state", "=", sql.lit("active"))
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
        return addPromise(unit, given, "agent", caller.kind === "agent" ? caller.name : "askonce");
      });
    },

    async settlePromise(promiseId, state, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, async (unit) => {
        const row = await unit.database
          .selectFrom("promises")
          .selectAll()
          .where("shop_id", "=", store.shopId)
          .where("id", "=", promiseId)
          .executeTakeFirst();
        if (!row) throw new AskonceError("PROMISE_NOT_FOUND");
        if (row.state !== "open") throw new AskonceError("PROMISE_SETTLED");
        const now = platform.clock.now();
        await settlePromise(unit, store.shopId, toPromise(row), state, now);
        return { ...toPromise(row), state, settledAt: toInstant(now) };
      });
    },

    async whereIs(orderRef, language, caller) {
      return answer(await orders.get(orderRef, caller), language);
    },

    async whereIsForGuest(proof, language, clientAddress) {
      const entry = await lookup.findWhole(proof, clientAddress);
      const answered = answer(entry, language);
      await keepWord(entry, answered);
      return answered;
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

/** Has an order looked at now, whatever was planned: there is a new clock. */
async function wakeOrder(unit: UnitOfWork, shopId: string, ref: string, now: number): Promise<void> {
  await unit.database.updateTable("orders").set({ check_at: now }).where("shop_id", "=", shopId).where("ref", "=", ref).execute();
}

function languageOf(tag: string): SupportedLanguage {
  const language = tag.slice(0, 2).toLowerCase();
  return language === "it" || language === "ro" ? language : "en";
}
