import type { FakeLanguage, FakeOrder, FakeShop, FakeTicket } from "@askonce/testkit/shop-data";
import { type AskedFor, historyWords, type TalkWords } from "./history-words.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** The desk's own tickets are of the last five days. */
const newestMs = 8 * dayMs;
const oldestMs = 27 * dayMs;
/** Ids of their own, all odd: an agent names no order by hand on them. And not everybody writes on the same day. */
const series: Readonly<Record<FakeLanguage, { firstId: number; laterMs: number }>> = {
  en: { firstId: 8001, laterMs: 0 },
  it: { firstId: 8101, laterMs: 19 * hourMs },
  ro: { firstId: 8201, laterMs: 37 * hourMs },
};

/**
 * What was asked for, oldest first. Everybody asked again what was known at first; who stopped and who did not is what there is to see in
 * "Asked twice".
 */
const asked: Readonly<Record<FakeLanguage, readonly AskedFor[]>> = {
  en: ["orderNumber", "photo", "invoice", "outcome", "photo", "since", "invoice", "outcome", "photo"],
  it: ["orderNumber", "photo", "email", "invoice", "outcome", "orderNumber", "photo", "since", "outcome"],
  ro: ["orderNumber", "email", "photo", "orderNumber", "outcome", "email", "photo", "orderNumber", "invoice"],
};

/**
 * Talks of the last four weeks about one shop's orders that arrived: all answered and settled, each with one question.
 *
 * @param without addresses of people who have not written before
 */
export function inventHistory(shop: FakeShop, languages: readonly FakeLanguage[], without: ReadonlySet<string>): FakeTicket[] {
  const now = Date.parse(shop.now);
  const used = new Set(shop.orders.filter((order) => without.has(order.email)).map((order) => order.number));
  return languages.flatMap((language) => {
    const matters = asked[language];
    const { firstId, laterMs } = series[language];
    return matters.flatMap((matter, place) => {
      const at = now - oldestMs + laterMs + ((oldestMs - newestMs) * place) / (matters.length - 1);
      const order = arrivedBefore(shop, language, at, used);
      if (order === undefined) return [];
      used.add(order.number);
      const words = historyWords[language][matter];
      return [{ ...toTicket(firstId + 2 * place, at, order, words), language }];
    });
  });
}

/** The order that arrived last before this time, in the buyer's language if there is one. */
function arrivedBefore(shop: FakeShop, language: FakeLanguage, at: number, used: ReadonlySet<string>): FakeOrder | undefined {
  const arrivals = shop.orders.flatMap((order) => {
    const deliveredAt = order.parcels.length === 1 ? order.parcels[0]?.deliveredAt : null;
    const isOver = !deliveredAt || Date.parse(deliveredAt) > at || used.has(order.number) || order.items.length === 0;
    return isOver ? [] : [{ order, deliveredAt }];
  });
  const latest = arrivals.sort((one, other) => (one.deliveredAt < other.deliveredAt ? 1 : -1));
  return (latest.find(({ order }) => order.language === language) ?? latest[0])?.order;
}

function toTicket(id: number, at: number, order: FakeOrder, words: TalkWords): FakeTicket {
  const { firstName, lastName } = order.billingAddress;
  const name = `${firstName} ${lastName}`;
  const values: Readonly<Record<string, string>> = {
    number: order.number,
    item: order.items[0]?.name ?? "",
    name,
    email: order.email,
  };
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (place, key: string) => values[key] ?? place);
  const instant = (hours: number) => new Date(at + hours * hourMs).toISOString();
  const message = (direction: "inbound" | "outbound", hours: number, text: string) => ({
    direction,
    at: instant(hours),
    text: fill(text),
    author: name,
  });
  return {
    id,
    language: order.language,
    subject: fill(words.subject),
    customer: { name, email: order.email, phone: order.phone },
    createdAt: instant(0),
    channel: id % 3 === 0 ? "chat" : "email",
    status: "resolved",
    messages: [
      message("inbound", 0, words.opening),
      message("outbound", 1, words.ask),
      message("inbound", 3, words.answer),
      message("outbound", 4, words.close),
    ],
    about: { orderNumber: order.number, topic: words.topic },
  };
}
