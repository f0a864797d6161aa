import { awakeBefore, dayMs, hourMs, toInstant } from "./instants.ts";
import { createPeopleMaker } from "./people.ts";
import { createRandom, type Random } from "./random.ts";
import type { FakeLanguage, FakeOrder, FakeShop } from "./shop.ts";
import type { FakeTicket, FakeTicketTopic } from "./ticket.ts";
import { isAboutNoOrder, topicSince, topics, topicWeights } from "./ticket-orders.ts";
import { ticketSlots, type Writer } from "./ticket-slots.ts";
import { holdTalk } from "./ticket-talk.ts";
import { fillSlots, inboundText, type Mention, type Slots, usable } from "./ticket-text.ts";
import { ticketWords } from "./ticket-words.ts";

export interface GenerateTicketsOptions {
  /** The same seed and shop give the same tickets, to the letter. */
  seed: number;
  /** Whose orders and customers the tickets are about. */
  shop: FakeShop;
  /** How many tickets, shared evenly among English, Italian and Romanian. Default 60; from 42 on each topic that can occur does. */
  count?: number;
}

const languages: readonly FakeLanguage[] = ["en", "it", "ro"];
const homes = { en: "GB", it: "IT", ro: "RO" } as const;
const attempts = 200;

/**
 * Writes the tickets that a generated shop's customers might open, sorted by time. An order is named in `about` and always belongs to the
 * writer; about half of the customers mention its number in some form, some a tracking number, the rest nothing. No two messages are alike.
 * A topic for which the shop has no order in a language (nothing stuck, say) does not occur in that language.
 *
 * @throws RangeError when the shop has too few orders for so many different messages, or `count` is not a whole number from zero up
 */
export function generateTickets({ seed, shop, count = 60 }: GenerateTicketsOptions): FakeTicket[] {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError("count must be a whole number from zero up");
  const random = createRandom(seed ^ 0x7e57);
  const desk = createDesk(random, shop);
  const drafts = languages.flatMap((language, index) => {
    const share = Math.floor((count + languages.length - 1 - index) / languages.length);
    return drawTopics(random, desk.topicsIn(language), share).map((topic) => desk.write(language, topic));
  });
  return drafts.sort((one, other) => (one.createdAt < other.createdAt ? -1 : 1)).map((draft, index) => ({ id: index + 1, ...draft }));
}

type Draft = Omit<FakeTicket, "id">;

interface Desk {
  /** The topics that this shop's orders in the language give reason for. */
  topicsIn(language: FakeLanguage): FakeTicketTopic[];
  write(language: FakeLanguage, topic: FakeTicketTopic): Draft;
}

function createDesk(random: Random, shop: FakeShop): Desk {
  const now = Date.parse(shop.now);
  const written = new Set<string>();
  const timesUsed = new Map<number, number>();
  const people = createPeopleMaker(random, [...shop.customers, ...shop.orders]);

  /** Draws again until the text is one that nobody has written yet. */
  function unique(draw: () => string): string {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const text = draw();
      if (written.has(text)) continue;
      written.add(text);
      return text;
    }
    throw new RangeError("The shop has too few orders for so many different messages");
  }

  const ordersIn = new Map(languages.map((language) => [language, shop.orders.filter((order) => order.language === language)]));

  function ordersFor(language: FakeLanguage, topic: FakeTicketTopic): FakeOrder[] {
    return (ordersIn.get(language) ?? []).filter((order) => topicSince(topic, order, now) !== null);
  }

  /** One of the orders that fit and had fewest tickets: an order has a second ticket only when all others had one. */
  function drawOrder(language: FakeLanguage, topic: FakeTicketTopic): FakeOrder {
    const fitting = ordersFor(language, topic);
    const fewest = Math.min(...fitting.map((order) => timesUsed.get(order.id) ?? 0));
    const fresh = fitting.filter((order) => (timesUsed.get(order.id) ?? 0) === fewest);
    const order = random.pick(fresh);
    timesUsed.set(order.id, fewest + 1);
    return order;
  }

  function drawStranger(language: FakeLanguage): Writer {
    const known = shop.customers.filter((customer) => customer.language === language);
    const person = known.length > 0 && random.chance(0.6) ? random.pick(known) : people.make(homes[language]);
    return { ...person, city: person.address.city };
  }

  function write(language: FakeLanguage, topic: FakeTicketTopic): Draft {
    const order = isAboutNoOrder(topic) ? null : drawOrder(language, topic);
    const writer = order === null ? drawStranger(language) : writerOf(order);
    const words = ticketWords[language].topics[topic];
    const channel = random.weighted({ email: 55, form: 25, chat: 20 });
    const since = order === null ? now - 20 * dayMs : (topicSince(topic, order, now) ?? now - hourMs);
    const drawn = Math.floor(since + (Math.min(now, since + 9 * dayMs) - since) * (0.05 + 0.85 * random.next()));
    const createdAt = awakeBefore(drawn) > since ? awakeBefore(drawn) : drawn;
    const mention = order === null ? "nothing" : drawMention(random, order, createdAt);
    let slots: Slots = {};
    const first = unique(() => {
      slots = ticketSlots(random, { language, shopName: shop.name, writer, order, at: createdAt });
      const bodies = usable(words.bodies, slots);
      const casual = bodies.filter(([register]) => channel !== "chat" || register !== "formal");
      const [register, body] = random.pick(casual.length === 0 ? bodies : casual);
      return inboundText(random, { language, register, body, slots, mention, chat: channel === "chat" });
    });
    const subject = fillSlots(random.pick(words.subjects), { ...slots, n: mention === "number" ? ` #${order?.number}` : "" });
    return {
      language,
      subject,
      customer: { name: `${writer.firstName} ${writer.lastName}`, email: writer.email, phone: writer.phone },
      createdAt: toInstant(createdAt),
      channel,
      ...holdTalk(random, { language, topic, slots, first, createdAt, now, unique, isWritten: (text) => written.has(text) }),
      about: { orderNumber: order?.number ?? null, topic },
    };
  }

  return {
    topicsIn: (language) => topics.filter((topic) => isAboutNoOrder(topic) || ordersFor(language, topic).length > 0),
    write,
  };
}

/** As many of the topics: each at least once where there is room, then by weight. */
function drawTopics(random: Random, among: readonly FakeTicketTopic[], count: number): FakeTicketTopic[] {
  const each = random.shuffle(among).slice(0, count);
  const weights = Object.fromEntries(among.map((topic) => [topic, topicWeights[topic]])) as Record<FakeTicketTopic, number>;
  return [...each, ...Array.from({ length: count - each.length }, () => random.weighted(weights))];
}

function drawMention(random: Random, order: FakeOrder, at: number): Mention {
  const mention = random.weighted({ number: 52, tracking: 14, nothing: 34 });
  return mention === "tracking" && !order.parcels.some((parcel) => Date.parse(parcel.shippedAt) <= at) ? "nothing" : mention;
}

function writerOf(order: FakeOrder): Writer {
  const { firstName, lastName, city } = order.billingAddress;
  return { firstName, lastName, email: order.email, phone: order.phone, city: order.shippingAddress.city || city };
}
