import type { SourceRef } from "@askonce/spec";
import type { FakeOrder } from "@askonce/testkit/shop-data";
import type { AskonceOptions } from "../../askonce.ts";
import { systemCaller } from "../../caller.ts";
import { agentWithToken, identitySecret } from "../../testing/instance.ts";
import { type StorefrontInstance, storefrontInstance } from "../../testing/storefront-instance.ts";

export const hourMs = 3_600_000;
export const packetSecret = "a key for packets of 32 or more characters";

/** An order as the tests name it. */
export interface KnownOrder {
  ref: SourceRef;
  number: string;
  email: string;
  fake: FakeOrder;
}

export interface TwoOrders extends StorefrontInstance {
  /** Ana's, with a size, placed two days before now. */
  mug: KnownOrder;
  /** Ana's second one, placed three days before now. */
  lamp: KnownOrder;
  /** Bob's only one. */
  scarf: KnownOrder;
  agent: Awaited<ReturnType<typeof agentWithToken>>;
  /** Opens a ticket of Ana's, or of whoever the address belongs to. */
  open(text: string, more?: { email?: string; channel?: string; language?: string }): Promise<string>;
  /** The facts of a key beside a ticket, as `value (source)`, in the order shown. */
  known(ticketId: string, key: string): Promise<string[]>;
}

/** A shop in which Ana has two orders under way and Bob has one. */
export async function twoOrders(options: Partial<AskonceOptions> = {}): Promise<TwoOrders> {
  const instance = storefrontInstance({
    orders: 12,
    identity: { secrets: [identitySecret] },
    packets: { keys: [{ id: "test", secret: packetSecret }] },
    ...options,
  });
  const { askonce, memory, shop, clock } = instance;
  const place = async (index: number, email: string, name: string, variant: string, hoursAgo: number): Promise<KnownOrder> => {
    const fake = shop.orders[index];
    const [item] = fake?.items ?? [];
    if (!fake || !item) throw new Error("the generated shop is too small");
    const placedAt = new Date(clock.now() - hoursAgo * hourMs).toISOString();
    const ref = memory.ref(fake.id);
    memory.updateOrder(fake.id, {
      email,
      phone: "",
      customerId: null,
      status: "processing",
      cancelledAt: null,
      refunds: [],
      parcels: [],
      placedAt,
      updatedAt: placedAt,
      items: [{ ...item, name, variant, quantity: 1 }],
    });
    await askonce.orders.refresh(ref, systemCaller);
    return { ref, number: fake.number, email, fake };
  };
  const mug = await place(0, "ana@example.test", "Blue ceramic mug", "Blue / M", 48);
  const lamp = await place(1, "ana@example.test", "Desk lamp", "", 72);
  const scarf = await place(2, "bob@example.test", "Wool scarf", "", 24);
  return {
    ...instance,
    mug,
    lamp,
    scarf,
    agent: await agentWithToken(askonce, "owner", "Olga"),
    async open(text, { email = "ana@example.test", channel = "email", language } = {}) {
      const customer = { email };
      const ticket = await askonce.tickets.create(
        { subject: "A question", channel, customer, message: { text }, ...(language ? { language } : {}) },
        systemCaller,
      );
      return ticket.id;
    },
    async known(ticketId, key) {
      const { facts } = await askonce.context.read(ticketId, systemCaller);
      return facts.filter((fact) => fact.key === key).map((fact) => `${fact.value} (${fact.source.kind})`);
    },
  };
}
