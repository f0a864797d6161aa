import type { Context, Order, OrderDelivery, Parcel } from "@askonce/spec";
import { fill } from "../language/fill.ts";
import type { Words } from "../language/words.ts";
import { exceptionTone, type Tone } from "./exception-tone.ts";
import { type KnownDelivery, knownDelivery } from "./known-delivery.ts";
import { type Punctuality, punctuality } from "./punctuality.ts";
import { scanAge } from "./scan-age.ts";

/** The one line an agent reads first: where it is, and whether it is late. */
export interface Headline {
  tone: Tone;
  title: string;
  details: string[];
}

const toneRank: Record<Tone, number> = { danger: 0, warn: 1, info: 2, ok: 3, neutral: 4 };

/** `null` when there is nothing to say: no order, and none to choose from. */
export function headline(context: Context, words: Words, nowMs: number): Headline | null {
  const { texts } = words;
  if (!context.order) {
    const choices = context.otherOrders.length + context.candidates.filter((each) => each.belongsToCustomer).length;
    return choices > 0 ? { tone: "warn", title: texts.needsChoice, details: [] } : null;
  }
  return orderHeadline(context.order.order, words, nowMs, context.order.delivery);
}

/** How an order stands: its loudest parcel, or what keeps it from having one. */
export function orderHeadline(order: Order, words: Words, nowMs: number, delivery: OrderDelivery | null = null): Headline {
  const { texts } = words;
  if (order.status === "cancelled") return cancelled(order, words, nowMs);

  const parcels = order.parcels.filter((each) => each.status !== "cancelled");
  const lines = parcels.map((parcel) => parcelHeadline(parcel, words, nowMs, delivery && knownDelivery(delivery, parcel)));
  const worst = lines.reduce<Headline | null>(
    (loudest, line) => (loudest === null || toneRank[line.tone] < toneRank[loudest.tone] ? line : loudest),
    null,
  );
  if (!worst) return withoutParcels(order, words, nowMs);

  const onTheWay = parcels.filter((each) => each.leg === "forward");
  const done = onTheWay.filter((each) => each.status === "delivered").length;
  if (onTheWay.length < 2) return worst;
  if (done === onTheWay.length && worst.tone === "ok") {
    return { ...worst, title: fill(texts.parcelsDone, { count: onTheWay.length }), details: [worst.title, ...worst.details] };
  }
  return { ...worst, details: [fill(texts.parcelsDelivered, { done, count: onTheWay.length }), ...worst.details] };
}

/** How one parcel stands, in a title and its reasons. Also what the parcel's own card shows. */
export function parcelHeadline(parcel: Parcel, words: Words, nowMs: number, known: KnownDelivery | null = null): Headline {
  const { texts } = words;
  const status = texts.deliveryStatus[parcel.status];
  const timing = punctuality(parcel, nowMs, words.calendarDay, known);
  const due = dueText(parcel, words, nowMs, known);
  const scan = scanAge(parcel, nowMs, known);
  const exceptions = known ? known.state.exceptions.filter((each) => each.clearedAt === null) : parcel.exceptions;
  const scanLine = scan ? scanText(parcel, words, nowMs) : null;
  const trouble = exceptions.find((each) => each.kind !== "late" && exceptionTone(each.kind) === "danger");

  if (trouble) {
    const title = texts.exception[trouble.kind];
    return { tone: "danger", title, details: [texts.saidBy[trouble.by], status, ...lateness(timing, parcel, words, due)] };
  }
  if (parcel.status === "failed") return { tone: "danger", title: status, details: scanLine ? [scanLine] : [] };
  if (timing.kind === "late") {
    return {
      tone: "danger",
      title: delayText(timing, words) ?? texts.late,
      details: present([status, due, scanLine]),
    };
  }
  if (parcel.status === "delivered") {
    const day = parcel.deliveredAt ? fill(texts.deliveredOn, { day: words.moment(parcel.deliveredAt, nowMs) }) : status;
    return { tone: "ok", title: day, details: lateness(timing, parcel, words, due) };
  }
  const warned = exceptions.find((each) => exceptionTone(each.kind) === "warn");
  if (warned) return { tone: "warn", title: texts.exception[warned.kind], details: present([texts.saidBy[warned.by], status, scanLine]) };
  if (
    timing.kind === "willBeLate" ||
    timing.kind === "atRisk" ||
    scan?.tooOld ||
    parcel.status === "on_hold" ||
    parcel.status === "delivery_attempted"
  ) {
    return { tone: "warn", title: status, details: present([...lateness(timing, parcel, words, due), scanLine]) };
  }
  return { tone: "info", title: status, details: present([due, scanLine]) };
}

/** `Last scan 6 days ago in Cluj-Napoca`. */
export function scanText(parcel: Parcel, words: Words, nowMs: number): string | null {
  const { texts } = words;
  if (parcel.lastScanAt === null) return parcel.shippedAt === null ? null : texts.neverScanned;
  const when = words.ago(parcel.lastScanAt, nowMs);
  const city = parcel.checkpoints.find((each) => each.at === parcel.lastScanAt && each.city)?.city;
  return city ? fill(texts.lastScanIn, { when, city }) : fill(texts.lastScan, { when });
}

/** The day the parcel is due, by promise or else by estimate. */
function dueText(parcel: Parcel, words: Words, nowMs: number, known: KnownDelivery | null): string | null {
  const day = known && promisedDay(known, words, nowMs);
  if (day) return fill(words.texts.promisedFor, { day });
  if (parcel.promisedAt) return fill(words.texts.promisedFor, { day: words.day(parcel.promisedAt, nowMs) });
  if (parcel.estimatedAt) return fill(words.texts.estimatedFor, { day: words.day(parcel.estimatedAt, nowMs) });
  return null;
}

/** The promised day as it was promised: a day stays that day in whichever zone it is read. */
export function promisedDay({ yardstick, state }: KnownDelivery, words: Words, nowMs: number): string | null {
  if (yardstick?.dueDate) return words.date(yardstick.dueDate);
  return state.lateness.dueAt && words.day(state.lateness.dueAt, nowMs);
}

/** How far it is from the promised day, when it is; `3 days late`. */
function delayText(timing: Punctuality, { texts, count }: Words): string | null {
  switch (timing.kind) {
    case "late":
      if (timing.since === "said") return texts.late;
      if (timing.days === 0) return texts.lateToday;
      return count(timing.since === "promise" ? texts.lateBy : texts.pastEstimate, timing.days);
    case "deliveredLate":
      return timing.days > 0 ? count(texts.deliveredLateBy, timing.days) : texts.deliveredLate;
    case "willBeLate":
      return count(texts.estimateLaterBy, timing.days);
    default:
      return null;
  }
}

function lateness(timing: Punctuality, parcel: Parcel, words: Words, due: string | null): string[] {
  if (timing.kind !== "onTime" && timing.kind !== "atRisk") return present([delayText(timing, words)]);
  return present([parcel.status === "delivered" ? words.texts.onTime : due]);
}

function cancelled(order: Order, words: Words, nowMs: number): Headline {
  const { texts } = words;
  const title = order.cancelledAt ? fill(texts.cancelledOn, { day: words.day(order.cancelledAt, nowMs) }) : texts.orderStatus.cancelled;
  return { tone: "neutral", title, details: refundLine(order, words) };
}

function withoutParcels(order: Order, words: Words, nowMs: number): Headline {
  const { texts } = words;
  const ordered = fill(texts.orderedWhen, { when: words.ago(order.placedAt, nowMs) });
  if (order.paymentStatus === "refunded") {
    return { tone: "neutral", title: texts.paymentStatus.refunded, details: [...refundLine(order, words), ordered] };
  }
  if (order.fulfillmentStatus === "not_required") return { tone: "neutral", title: texts.nothingToShip, details: [ordered] };
  if (order.fulfillmentStatus === "fulfilled") return { tone: "info", title: texts.shippedNoTracking, details: [ordered] };
  const title = order.fulfillmentStatus === "unfulfilled" ? texts.notShipped : texts.fulfillmentStatus[order.fulfillmentStatus];
  return { tone: "info", title, details: [texts.paymentStatus[order.paymentStatus], ordered] };
}

function refundLine(order: Order, words: Words): string[] {
  const amount = order.refundedTotal.presentment ?? order.refundedTotal.shop;
  return amount.amountMinor > 0 ? [fill(words.texts.refundedAmount, { amount: words.money(amount) })] : [];
}

function present(texts: (string | null)[]): string[] {
  return texts.filter((each) => each !== null);
}
