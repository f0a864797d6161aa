import type { Context, ContextOrder, Incident } from "@askonce/spec";

/**
 * An order as the panel wants it, beside an incident instead of a ticket. The customer is who the order says: nothing about their other
 * orders is claimed. The ticket is a stand-in that only keeps one incident's panel apart from the next; with `actions="tickets"` the panel
 * shows no control that would use it.
 */
export function orderContext(incident: Incident, linked: ContextOrder, nowMs: number): Context {
  const { order, provenance } = linked;
  const name = order.customer?.name ?? order.shippingAddress?.name ?? null;
  const point = (kind: "email" | "phone", value: string | null) =>
    value === null
      ? []
      : [
          {
            id: kind,
            customerId: "order",
            kind,
            value,
            assurance: "claimed" as const,
            evidence: `order ${order.ref}`,
            createdAt: order.placedAt,
          },
        ];
  return {
    ticket: {
      id: incident.id,
      number: 1,
      subject: "",
      status: "open",
      waitingFor: null,
      customerId: null,
      customerName: name,
      assigneeId: null,
      tags: [],
      language: order.language,
      mergedIntoId: null,
      messageCount: 0,
      lastMessageAt: null,
      lastMessagePreview: null,
      lastMessageDirection: null,
      createdAt: incident.openedAt,
      updatedAt: incident.openedAt,
      version: 1,
    },
    customer: {
      customer: {
        id: "order",
        name,
        language: order.language,
        contactPoints: [...point("email", order.email), ...point("phone", order.phone)],
        createdAt: order.customer?.since ?? order.placedAt,
      },
      ordersCount: order.customer?.ordersCount ?? 1,
      spent: order.customer?.totalSpent ? [order.customer.totalSpent] : [],
      firstOrderAt: order.customer?.since ?? null,
      lastOrderAt: null,
      provenance,
    },
    // The customer shown is the order's own: nobody else is writing here.
    order: { ...linked, belongsToCustomer: true },
    candidates: [],
    orderChoice: "chosen",
    otherOrders: [],
    otherOrdersCount: 0,
    earlierTickets: [],
    facts: [],
    openQuestions: [],
    identityLinks: [],
    handOver: null,
    sources: [],
    generatedAt: new Date(nowMs).toISOString(),
  };
}
