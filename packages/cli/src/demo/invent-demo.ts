import type { FakeShop, FakeTicket } from "@askonce/testkit/shop-data";
import { chooseTickets } from "./choose-tickets.ts";
import { inventShops } from "./invent-shops.ts";
import { inventHistory } from "./moments/invent-history.ts";
import { type PlannedMoment, planPerson, planUnsure, planWords } from "./moments/plan-moments.ts";
import { type CourierPlan, planCourier } from "./plan-courier.ts";
import type { ShopTickets } from "./write-tickets.ts";

/** Everything a demo begins with. */
export interface InventedDemo {
  shops: { woocommerce: FakeShop; shopify: FakeShop };
  tickets: readonly ShopTickets[];
  /** Those of the tickets that the demo's page explains. */
  moments: readonly PlannedMoment[];
  courier: CourierPlan;
}

/** What the page explains, besides the form that a guest fills in once the demo runs. */
const plannedMoments = 3;
const mostVariants = 50;

/**
 * Two shops, what people wrote about their orders, and the parcels of other orders that the simulated courier has. Which parcels are under
 * way depends on the hour and the day of the week: shops are invented until there is a customer for everything that is to be seen.
 */
export async function inventDemo(now: string): Promise<InventedDemo> {
  for (let variant = 0; variant < mostVariants; variant++) {
    const invented = await inventVariant(now, variant);
    if (invented.moments.length === plannedMoments && invented.courier.damagedOrder !== null) return invented;
  }
  throw new Error(`None of ${mostVariants} invented shops had a customer for everything the demo shows at ${now}`);
}

async function inventVariant(now: string, variant: number): Promise<InventedDemo> {
  const shops = await inventShops(now, variant);
  const romanian = withoutOneReport(await chooseTickets(shops.woocommerce, 11));
  const italian = await chooseTickets(shops.shopify, 12);
  const senders = new Set([...romanian, ...italian].map((ticket) => ticket.customer.email));
  const inRomania = [planUnsure(shops.woocommerce, senders), planPerson(shops.woocommerce, romanian)].filter((one) => one !== null);
  const inItaly = [planWords(shops.shopify, senders)].filter((one) => one !== null);
  const ofMoments = new Set([...inRomania, ...inItaly].map((moment) => moment.ticket.customer.email));
  const history = {
    woocommerce: inventHistory(shops.woocommerce, ["en", "ro"], ofMoments),
    shopify: inventHistory(shops.shopify, ["it"], ofMoments),
  };
  const ticketsOf = (moments: readonly PlannedMoment[]) => moments.map((moment) => moment.ticket);
  const tickets: ShopTickets[] = [
    { shop: "woocommerce", tickets: [...history.woocommerce, ...romanian, ...ticketsOf(inRomania)] },
    { shop: "shopify", tickets: [...history.shopify, ...italian, ...ticketsOf(inItaly)] },
  ];
  // What was written about an order has to stay true.
  const taken = new Set([
    ...tickets.flatMap((one) => one.tickets).flatMap((ticket) => ticket.about.orderNumber ?? []),
    ...shops.woocommerce.orders.filter((order) => ofMoments.has(order.email)).map((order) => order.number),
  ]);
  return { shops, tickets, moments: [...inItaly, ...inRomania], courier: planCourier(shops.woocommerce, taken) };
}

/** One Romanian ticket less, of a damage if there is one: a guest's report comes in its place. */
function withoutOneReport(tickets: readonly FakeTicket[]): FakeTicket[] {
  const isRomanian = (ticket: FakeTicket) => ticket.language === "ro";
  const damaged = tickets.findLastIndex((ticket) => isRomanian(ticket) && ticket.about.topic === "damaged");
  const left = damaged >= 0 ? damaged : tickets.findLastIndex(isRomanian);
  return tickets.filter((_, index) => index !== left);
}
