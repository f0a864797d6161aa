import { catalogue } from "./catalogue.ts";
import { toInstant } from "./instants.ts";
import { orderRefundedMinor, orderTotalMinor } from "./money.ts";
import { agents } from "./names.ts";
import { orderWords } from "./order-words.ts";
import type { Random } from "./random.ts";
import type { FakeItem, FakeLanguage, FakeOrder } from "./shop.ts";
import type { Slots } from "./ticket-text.ts";
import { type DamageKind, ticketWords } from "./ticket-words.ts";

export interface Writer {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  city: string;
}

/** Everything a ticket's words may name, for a customer of this shop and, unless it is before any order, one order. */
export function ticketSlots(
  random: Random,
  options: { language: FakeLanguage; shopName: string; writer: Writer; order: FakeOrder | null; at: number },
): Slots {
  const { language, shopName, writer, order } = options;
  const item = order === null ? null : random.pick(order.items);
  const ordered = order?.items.map((line) => line.productId) ?? [];
  const agent = agents[language];
  return {
    shop: shopName,
    name: `${writer.firstName} ${writer.lastName}`,
    first: writer.firstName,
    ...(writer.phone === "" ? {} : { phone: writer.phone }),
    city: writer.city,
    agent,
    item: item?.name ?? random.pick(catalogue).name[language],
    other: random.pick(catalogue.filter((product) => !ordered.includes(product.id))).name[language],
    code: random.pick(orderWords[language].discountCodes),
    ...(item === null ? {} : { damage: random.pick(ticketWords[language].damage[damageKind(item)]) }),
    ...(order === null ? {} : orderSlots(order, language, toInstant(options.at))),
  };
}

function orderSlots(order: FakeOrder, language: FakeLanguage, at: string): Slots {
  const sent = order.parcels.filter((parcel) => parcel.shippedAt <= at);
  const underway = sent.find((parcel) => parcel.deliveredAt === null || parcel.deliveredAt > at);
  const parcel = underway ?? sent[0];
  const lastEvent = parcel?.events.at(-1);
  return {
    number: order.number,
    payment: order.paymentMethod.title,
    total: amountText(orderTotalMinor(order), order.currency, language),
    ...(order.refunds.length === 0 ? {} : { refund: amountText(orderRefundedMinor(order), order.currency, language) }),
    ...(parcel === undefined ? {} : { carrier: parcel.carrier, tracking: parcel.trackingNumber }),
    ...(underway === undefined ? {} : { trackingUrl: underway.trackingUrl }),
    ...(lastEvent?.status === "readyForPickup" ? { point: order.shippingAddress.line1 } : {}),
  };
}

function amountText(amountMinor: number, currency: string, language: FakeLanguage): string {
  const amount = (amountMinor / 100).toFixed(2);
  return `${language === "en" ? amount : amount.replace(".", ",")} ${currency === "RON" && language === "ro" ? "lei" : currency}`;
}

const fragileCodes = /^(CANA|CANI|FARF|PAH|CARAFA|VAZA|OGL|GHIV|BOR|LAMP-|CEAS|FOLIE)/;
const textileCodes = /^(PLED|PERNA|LENJ|PROSOP|COVOR|SORT|HUSA-LAPTOP)/;

function damageKind({ sku, productId }: FakeItem): DamageKind {
  if (fragileCodes.test(sku)) return "fragile";
  const kind = catalogue.find((product) => product.id === productId)?.kind;
  return kind === "fashion" || textileCodes.test(sku) ? "textile" : "other";
}
