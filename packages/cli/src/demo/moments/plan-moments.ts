import type { FakeLanguage, FakeOrder, FakeShop, FakeTicket } from "@askonce/testkit/shop-data";

/** What there is to see of asking once, by the name under which the demo's page explains it. */
export const momentNames = ["form", "words", "unsure", "person"] as const;
export type MomentName = (typeof momentNames)[number];

export interface PlannedMoment {
  name: MomentName;
  ticket: FakeTicket;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * An Italian customer who means one of their orders and names only what was in it. `null` when the shop has no such customer.
 *
 * @param taken addresses that other tickets are from
 */
export function planWords(shop: FakeShop, taken: ReadonlySet<string>): PlannedMoment | null {
  const since = new Date(Date.parse(shop.now) - 60 * dayMs).toISOString();
  for (const orders of byBuyer(shop, "it", taken)) {
    for (const order of orders.filter((one) => hasArrived(one) && one.placedAt > since)) {
      const others = orders.filter((other) => other !== order);
      const [item] = order.items;
      if (item === undefined || order.items.length > 1 || others.length === 0 || others.some((other) => shareWords(item.name, other)))
        continue;
      const text = `Buongiorno,

ho usato solo una volta questo prodotto: ${item.name}. Ha un difetto evidente e così non mi serve. Come possiamo fare?

${nameOf(order)}`;
      const answer = `Buongiorno ${order.billingAddress.firstName},

ci dispiace. Ne parlo con il magazzino e le scrivo oggi stesso.

Sara Benedetti`;
      return momentOf("words", shop, order, { id: 9001, language: "it", subject: "Prodotto difettoso", text, hours: 5, answer });
    }
  }
  return null;
}

/** A customer with two orders on their way who does not say which one they mean. */
export function planUnsure(shop: FakeShop, taken: ReadonlySet<string>): PlannedMoment | null {
  const isUnderWay = (order: FakeOrder) =>
    order.status !== "cancelled" && order.parcels.length > 0 && order.parcels.every((parcel) => parcel.deliveredAt === null);
  for (const language of ["en", "it", "ro"] as const) {
    for (const orders of byBuyer(shop, language, taken)) {
      const [order, ...others] = orders.filter(isUnderWay);
      if (order === undefined || others.length === 0) continue;
      const text = `Hi,\n\ncould you tell me when my order will get here? I will be away from Friday.\n\n${nameOf(order)}`;
      return momentOf("unsure", shop, order, { id: 9007, language: "en", subject: "When does it arrive?", text, hours: 2 });
    }
  }
  return null;
}

/** Somebody who wrote before, from the same mailbox with a tag of their own: another customer until an agent says they are one person. */
export function planPerson(shop: FakeShop, tickets: readonly FakeTicket[]): PlannedMoment | null {
  const known = tickets.find((ticket) => ticket.language === "ro" && /^[^+]+@/.test(ticket.customer.email));
  const order = shop.orders.find((one) => one.number === known?.about.orderNumber) ?? shop.orders[0];
  if (known === undefined || order === undefined) return null;
  const { name, email } = known.customer;
  const text = `Bună ziua,\n\nv-am mai scris zilele trecute de pe adresa obișnuită și nu știu dacă mesajul a ajuns. Există vreo noutate?\n\n${name}`;
  const moment = momentOf("person", shop, order, { id: 9013, language: "ro", subject: "Mesajul meu", text, hours: 1 });
  return { ...moment, ticket: { ...moment.ticket, customer: { name, email: email.replace("@", "+magazin@"), phone: "" } } };
}

/** The orders, newest first, of each buyer who has several. */
function byBuyer(shop: FakeShop, language: FakeLanguage, taken: ReadonlySet<string>): FakeOrder[][] {
  const buyers = new Map<string, FakeOrder[]>();
  for (const order of shop.orders) {
    if (order.language !== language || taken.has(order.email)) continue;
    buyers.set(order.email, [order, ...(buyers.get(order.email) ?? [])]);
  }
  return [...buyers.values()].filter((orders) => orders.length > 1);
}

function hasArrived({ parcels }: FakeOrder): boolean {
  return parcels.length > 0 && parcels.every((parcel) => parcel.deliveredAt !== null);
}

function shareWords(name: string, order: FakeOrder): boolean {
  const words = (text: string) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const theirs = new Set(order.items.flatMap((item) => words(item.name)));
  return words(name).some((word) => theirs.has(word));
}

function nameOf({ billingAddress }: FakeOrder): string {
  return `${billingAddress.firstName} ${billingAddress.lastName}`;
}

function momentOf(
  name: MomentName,
  shop: FakeShop,
  order: FakeOrder,
  words: { id: number; language: FakeLanguage; subject: string; text: string; hours: number; answer?: string },
): PlannedMoment {
  const { id, language, subject, text, hours, answer } = words;
  const at = (ago: number) => new Date(Date.parse(shop.now) - ago * hourMs).toISOString();
  const author = nameOf(order);
  const messages: FakeTicket["messages"] = [{ direction: "inbound", at: at(hours), text, author }];
  if (answer !== undefined) messages.push({ direction: "outbound", at: at(hours - 1), text: answer, author });
  return {
    name,
    ticket: {
      id,
      language,
      subject,
      customer: { name: author, email: order.email, phone: order.phone },
      createdAt: at(hours),
      channel: "email",
      status: answer === undefined ? "open" : "waiting",
      messages,
      about: { orderNumber: null, topic: name === "words" ? "damaged" : "whereIsMyOrder" },
    },
  };
}
