import {
  type FakeAddress,
  type FakeOrder,
  type FakeParcel,
  type FakeShop,
  orderItemsMinor,
  orderRefundedMinor,
  orderTotalMinor,
} from "@askonce/testkit/shop-data";

/** As the shop keeps an order; {@link toJson} writes it. Empty fields are left out. */
export type ShopOrder = ReturnType<typeof renderOrder>;

const phases: Readonly<Record<FakeOrder["status"], string>> = {
  pending: "fresh",
  processing: "packing",
  onHold: "parked",
  completed: "done",
  refunded: "done",
  cancelled: "withdrawn",
  failed: "broken",
};
const words: Readonly<Record<FakeParcel["events"][number]["status"], string>> = {
  labelCreated: "printed",
  pickedUp: "collected",
  inTransit: "moving",
  delayed: "held-up",
  outForDelivery: "on-the-van",
  attemptFailed: "nobody-home",
  readyForPickup: "waits-at-point",
  delivered: "received",
  failed: "given-up",
};

/** The shop's ids are JSON numbers with any number of digits, which JavaScript's are not. */
const wholeNumber = (digits: string | number) => `int:${digits}`;
export const toJson = (value: unknown) => JSON.stringify(value).replace(/"int:(\d+)"/g, "$1");

/** What nobody but the buyer may have: the key that opens the order without a log-in. */
export const orderKey = (uid: string) => `corner-open-${uid}`;

/** A time on the shop's wall, with the offset of that day: `22.10.2026 13:00:00 +03:00`. */
export function localTime(instant: string | number, timeZone: string): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "longOffset",
  });
  const part = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const offset = part.timeZoneName?.slice("GMT".length) || "+00:00";
  return `${part.day}.${part.month}.${part.year} ${part.hour}:${part.minute}:${part.second} ${offset}`;
}

export function renderOrder(order: FakeOrder, shop: FakeShop, uid: string) {
  const time = (instant: string | null) => (instant === null ? undefined : localTime(instant, shop.timeZone));
  const account = shop.customers.find((customer) => customer.id === order.customerId);
  const ordered = order.items.reduce((sum, item) => sum + item.quantity, 0);
  const sent = order.parcels.flatMap((parcel) => parcel.items).reduce((sum, item) => sum + item.quantity, 0);
  const returned = orderRefundedMinor(order);
  const total = orderTotalMinor(order);
  return {
    uid: wholeNumber(uid),
    no: `#${order.number}`,
    phase: phases[order.status],
    times: { placed: time(order.placedAt), changed: time(order.updatedAt), paid: time(order.paidAt), withdrawn: time(order.cancelledAt) },
    withdrawnBecause: order.cancelReason ?? undefined,
    buyer: {
      mail: order.email || undefined,
      tel: order.phone || undefined,
      speaks: order.language,
      remark: order.customerNote || undefined,
      account: account && {
        uid: wholeNumber(account.id),
        name: `${account.firstName} ${account.lastName}`,
        since: time(account.createdAt),
      },
    },
    money: {
      unit: order.currency,
      goods: String(orderItemsMinor(order)),
      off: String(order.discountMinor),
      courier: String(order.shippingMinor),
      vat: String(order.taxMinor),
      sum: String(total),
      returned: String(returned),
      seen: order.presentment && { sum: ((total * order.presentment.rate) / 100).toFixed(2), unit: order.presentment.currency },
    },
    coupon: order.discountCode ?? undefined,
    payment: {
      word: returned >= total ? "returned" : returned > 0 ? "part-returned" : order.paidAt === null ? "awaited" : "settled",
      how: order.paymentMethod.title,
      link: `https://corner.example.test/pay/${orderKey(uid)}`,
    },
    key: orderKey(uid),
    dispatch: { word: sent === 0 ? "none" : sent < ordered ? "some" : "all", how: order.shippingMethod },
    basket: order.items.map((item) => ({
      row: wholeNumber(item.id),
      article: { code: item.sku, label: item.name, kind: item.variant || undefined, picture: item.imageUrl || undefined },
      pieces: item.quantity,
      each: String(item.unitPriceMinor),
    })),
    deliverTo: renderAddress(order.shippingAddress),
    billTo: renderAddress(order.billingAddress),
    parcels: order.parcels.map((parcel) => renderParcel(parcel, time)),
    paybacks: order.refunds.map((refund) => ({
      uid: wholeNumber(refund.id),
      when: time(refund.at),
      cents: String(refund.amountMinor),
      why: refund.reason || undefined,
      rows: refund.items.map((item) => ({ row: wholeNumber(item.itemId), pieces: item.quantity })),
    })),
    memos: order.notes.map((note) => ({
      uid: wholeNumber(note.id),
      when: time(note.at),
      who: note.author,
      text: note.text,
      public: note.visibleToCustomer,
    })),
    desk: `/desk/orders/${uid}`,
  };
}

function renderAddress(address: FakeAddress) {
  return {
    person: { first: address.firstName, last: address.lastName },
    firm: address.company || undefined,
    street: [address.line1, address.line2].filter((line) => line !== ""),
    town: address.city,
    county: address.province || undefined,
    zip: address.postcode,
    land: address.countryCode,
    tel: address.phone || undefined,
  };
}

function renderParcel(parcel: FakeParcel, time: (instant: string | null) => string | undefined) {
  return {
    uid: wholeNumber(parcel.id),
    stage: "sent",
    courier: { name: parcel.carrier, code: parcel.trackingNumber, link: parcel.trackingUrl },
    sent: time(parcel.shippedAt),
    promised: time(parcel.promisedAt),
    expected: time(parcel.estimatedAt),
    arrived: time(parcel.deliveredAt),
    contents: parcel.items.map((item) => ({ row: wholeNumber(item.itemId), pieces: item.quantity })),
    trail: parcel.events.map((event, index) => ({
      n: index + 1,
      when: time(event.at),
      word: words[event.status],
      says: event.text,
      town: event.city,
      land: event.countryCode,
    })),
  };
}
