import type { Context, ContextOrder } from "@askonce/spec";

/** An order that was named in the ticket; `known` when more than its number came along. */
interface NamedOrder {
  candidate: Context["candidates"][number];
  known: ContextOrder | null;
}

/** The orders an agent can choose from, without those that belong to somebody else. No order is in two lists. */
export interface OrderChoice {
  named: NamedOrder[];
  /** Merely theirs. */
  others: ContextOrder[];
  /** Others that exist and were not sent along. */
  notShown: number;
  /** How many of somebody else's were named. */
  foreign: number;
}

export function orderChoice(context: Context): OrderChoice {
  const linked = context.order?.order.ref ?? null;
  const candidates = context.candidates.filter((each) => each.ref !== linked);
  const orders = context.otherOrders.filter((each) => each.order.ref !== linked);
  const own = orders.filter((each) => each.belongsToCustomer);
  const named = candidates
    .filter((each) => each.belongsToCustomer)
    .map((candidate) => ({ candidate, known: own.find((each) => each.order.ref === candidate.ref) ?? null }));
  const foreign = new Set([
    ...candidates.filter((each) => !each.belongsToCustomer).map((each) => each.ref),
    ...orders.filter((each) => !each.belongsToCustomer).map((each) => each.order.ref),
  ]);
  return {
    named,
    others: own.filter((each) => !named.some((other) => other.known === each)),
    notShown: Math.max(0, context.otherOrdersCount - context.otherOrders.length),
    foreign: foreign.size,
  };
}
