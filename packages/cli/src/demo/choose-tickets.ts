import type { FakeShop, FakeTicket } from "@askonce/testkit/shop-data";

const dayMs = 86_400_000;
/** How far back the tickets on a busy desk reach. */
const windowMs = 5 * dayMs;

/**
 * Thirty tickets of one shop, ten in each language, on as many topics as there are. The newest ones are taken; one that is older is
 * moved by whole days into the last five, because people also complain late. Nothing is ever moved before what it is about.
 */
export async function chooseTickets(shop: FakeShop, seed: number): Promise<FakeTicket[]> {
  const { generateTickets } = await import("@askonce/testkit/shop-data");
  const now = Date.parse(shop.now);
  const written = generateTickets({ seed, shop, count: 90 });
  const chosen = (["en", "it", "ro"] as const).flatMap((language) =>
    pickVaried(written.filter((ticket) => ticket.language === language).reverse(), 10),
  );
  return chosen.map((ticket) => moveIntoWindow(ticket, now)).sort((one, other) => (one.createdAt < other.createdAt ? -1 : 1));
}

/** One ticket of each topic in turn, each topic's newest first, until there are enough. */
function pickVaried(newestFirst: readonly FakeTicket[], count: number): FakeTicket[] {
  const picked: FakeTicket[] = [];
  const rest = [...newestFirst];
  while (picked.length < count && rest.length > 0) {
    const topics = new Set<string>();
    for (const ticket of [...rest]) {
      if (picked.length === count || topics.has(ticket.about.topic)) continue;
      topics.add(ticket.about.topic);
      picked.push(ticket);
      rest.splice(rest.indexOf(ticket), 1);
    }
  }
  return picked;
}

function moveIntoWindow(ticket: FakeTicket, now: number): FakeTicket {
  const age = now - Date.parse(ticket.createdAt);
  const lastAge = now - Date.parse(ticket.messages.at(-1)?.at ?? ticket.createdAt);
  // As far as the last message allows: a message from tomorrow would be a strange one.
  const days = Math.min(Math.ceil((age - windowMs) / dayMs), Math.floor(lastAge / dayMs));
  if (days <= 0) return ticket;
  const moved = (at: string) => new Date(Date.parse(at) + days * dayMs).toISOString();
  return {
    ...ticket,
    createdAt: moved(ticket.createdAt),
    messages: ticket.messages.map((message) => ({ ...message, at: moved(message.at) })),
  };
}
