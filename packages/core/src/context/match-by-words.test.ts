import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { hourMs, twoOrders } from "../facts/__fixtures__/two-orders.ts";

/** Who may be asked and what stands for the chosen order: `number kind,kind` or `unsure`. */
async function chosen(shop: Awaited<ReturnType<typeof twoOrders>>, ticketId: string): Promise<string> {
  const { order, orderChoice } = await shop.askonce.context.read(ticketId, systemCaller);
  return order ? `${order.order.number} ${[...new Set(order.evidence.map((one) => one.kind))].sort().join(",")}` : orderChoice;
}

describe("which of several orders a ticket is about", () => {
  it("is read from the words that fit one and no other, and says which", async () => {
    const shop = await twoOrders();
    const ticketId = await shop.open("My blue mug is chipped");
    expect(await chosen(shop, ticketId)).toBe(`${shop.mug.number} words`);
    const { order } = await shop.askonce.context.read(ticketId, systemCaller);
    expect(order?.evidence[0]?.detail).toMatch(/mug/i);
    const { items } = await shop.askonce.tickets.messages(ticketId, { limit: 1 }, systemCaller);
    expect(order?.evidence[0]?.messageId).toBe(items[0]?.id);
  });

  it("is not guessed from words that fit both or none", async () => {
    const shop = await twoOrders();
    expect(await chosen(shop, await shop.open("Hello, something is wrong"))).toBe("unsure");
    expect(await chosen(shop, await shop.open("The mug and the desk lamp are both chipped"))).toBe("unsure");
    expect(await chosen(shop, await shop.open("Hello", { email: "new@example.test" }))).toBe("none");
    expect(await chosen(shop, await shop.open("My wool scarf is too short"))).toBe("unsure");
  });

  it("changes with the newest message that says, and stays with one that says nothing", async () => {
    const shop = await twoOrders();
    const ticketId = await shop.open("My blue mug is chipped");
    shop.clock.advance(hourMs);
    await shop.askonce.tickets.receive(ticketId, { text: "Sorry, I mean the desk lamp flickers" }, systemCaller);
    expect(await chosen(shop, ticketId)).toBe(`${shop.lamp.number} words`);
    await shop.askonce.tickets.receive(ticketId, { text: "Thank you!" }, systemCaller);
    expect(await chosen(shop, ticketId)).toBe(`${shop.lamp.number} words`);
    const { candidates } = await shop.askonce.context.read(ticketId, systemCaller);
    expect(candidates).toEqual([]);
  });

  it("gives way to a number, and a number to the customer's choice, and that to an agent's", async () => {
    const shop = await twoOrders();
    const { askonce, agent, mug, lamp } = shop;
    const ticketId = await shop.open("My blue mug is chipped");
    await askonce.tickets.receive(ticketId, { text: `Order ${lamp.number}` }, systemCaller);
    expect(await chosen(shop, ticketId)).toBe(`${lamp.number} orderNumber`);
    const token = await askonce.identity.sign({ customerRef: "memory:customer-1", email: "ana@example.test" });
    const mine = await askonce.tickets.get(ticketId, systemCaller);
    const owned = await shop.request("PUT", `/my/tickets/${ticketId}/order`, { number: mug.number }, token);
    expect([owned.status, (await owned.json()).number]).toEqual([200, mine.number]);
    expect(await chosen(shop, ticketId)).toBe(`${mug.number} customer,words`);
    await askonce.tickets.linkOrder(ticketId, lamp.ref, agent.caller);
    expect(await chosen(shop, ticketId)).toBe(`${lamp.number} agent,orderNumber`);
  });

  it("is not again what an agent has ruled out, whatever is said or chosen", async () => {
    const shop = await twoOrders();
    const { askonce, agent, mug } = shop;
    const ticketId = await shop.open("My blue mug is chipped");
    await askonce.tickets.unlinkOrder(ticketId, mug.ref, agent.caller);
    expect(await chosen(shop, ticketId)).toBe("unsure");
    await askonce.tickets.receive(ticketId, { text: "I said it is my blue mug" }, systemCaller);
    expect(await chosen(shop, ticketId)).toBe("unsure");
    await askonce.tickets.linkOrder(ticketId, mug.ref, agent.caller);
    expect(await chosen(shop, ticketId)).toBe(`${mug.number} agent`);
  });

  it("is only ever one of the customer's own, as chosen by them", async () => {
    const shop = await twoOrders();
    const token = await shop.askonce.identity.sign({ customerRef: "memory:customer-1", email: "ana@example.test" });
    const anas = await shop.open("Hello");
    const bobs = await shop.open("Hello", { email: "bob@example.test" });
    const choose = async (ticketId: string, number: string) => {
      const response = await shop.request("PUT", `/my/tickets/${ticketId}/order`, { number }, token);
      return [response.status, (await response.json()).code];
    };
    expect(await choose(anas, shop.scarf.number)).toEqual([404, "ORDER_NOT_FOUND"]);
    expect(await choose(bobs, shop.mug.number)).toEqual([404, "TICKET_NOT_FOUND"]);
    expect(await choose(anas, shop.mug.number)).toEqual([200, undefined]);
    expect(await choose(anas, shop.lamp.number)).toEqual([200, undefined]);
    expect(await chosen(shop, anas)).toBe(`${shop.lamp.number} customer`);
  });

  it("says nothing any more when the ticket turns out to be somebody else's", async () => {
    const shop = await twoOrders();
    const ticketId = await shop.open("My blue mug is chipped");
    const bobs = await shop.askonce.tickets.get(await shop.open("Hi", { email: "bob@example.test" }), systemCaller);
    await shop.askonce.tickets.update(ticketId, { customerId: bobs.customerId ?? "" }, shop.agent.caller);
    const context = await shop.askonce.context.read(ticketId, systemCaller);
    expect([context.order?.order.number, context.candidates]).toEqual([shop.scarf.number, []]);
    expect(JSON.stringify(context)).not.toContain(shop.mug.number);
  });
});
