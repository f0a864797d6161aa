import type { FakeShop, FakeTicket } from "@askonce/testkit/shop-data";
import { chooseTickets } from "./choose-tickets.ts";
import { inventShops } from "./invent-shops.ts";
import { type CourierPlan, planCourier } from "./plan-courier.ts";
import type { ShopTickets } from "./write-tickets.ts";

/** Everything a demo begins with. */
export interface InventedDemo {
  shops: { woocommerce: FakeShop; shopify: FakeShop };
  tickets: readonly ShopTickets[];
  courier: CourierPlan;
}

/** Two shops, what people wrote about their orders, and the parcels of other orders that the simulated courier has. */
export async function inventDemo(now: string): Promise<InventedDemo> {
  const shops = await inventShops(now);
  const romanian = withoutOneReport(await chooseTickets(shops.woocommerce, 11));
  const tickets: ShopTickets[] = [
    { shop: "woocommerce", tickets: romanian },
    { shop: "shopify", tickets: await chooseTickets(shops.shopify, 12) },
  ];
  // What was written about an order has to stay true.
  const taken = new Set(romanian.flatMap((ticket) => ticket.about.orderNumber ?? []));
  return { shops, tickets, courier: planCourier(shops.woocommerce, taken) };
}

/** One Romanian ticket less, of a damage if there is one: a guest's report comes in its place. */
function withoutOneReport(tickets: readonly FakeTicket[]): FakeTicket[] {
  const isRomanian = (ticket: FakeTicket) => ticket.language === "ro";
  const damaged = tickets.findLastIndex((ticket) => isRomanian(ticket) && ticket.about.topic === "damaged");
  const left = damaged >= 0 ? damaged : tickets.findLastIndex(isRomanian);
  return tickets.filter((_, index) => index !== left);
}
