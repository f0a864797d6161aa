import { type ModelCaller, record } from "./model-caller.ts";
import { type ModelState, type Name, Refusal } from "./model-state.ts";
import { changeable } from "./model-tickets.ts";

/** Says which order a ticket is about: one at a time. */
export function linkOrder(state: ModelState, caller: ModelCaller, ticketId: Name, order: string): void {
  const ticket = changeable(state, ticketId);
  if (ticket.order === order) return;
  if (!state.orders.includes(order)) throw new Refusal("ORDER_NOT_FOUND");
  ticket.order = order;
  ticket.ruledOut = ticket.ruledOut.filter((one) => one !== order);
  ticket.version++;
  const at = new Date(state.now).toISOString();
  const evidence = { kind: "agent", detail: caller.kind === "agent" ? caller.agentId : "system", messageId: null, at };
  record(state, caller, "ticket.order_linked", { kind: "ticket", id: ticketId }, { ticketId, orderRef: order, evidence });
}

/** Says that a ticket is not about an order. */
export function unlinkOrder(state: ModelState, caller: ModelCaller, ticketId: Name, order: string): void {
  const ticket = changeable(state, ticketId);
  if (ticket.order === order) ticket.order = null;
  if (!ticket.ruledOut.includes(order)) ticket.ruledOut = [...ticket.ruledOut, order];
  ticket.version++;
  record(state, caller, "ticket.order_unlinked", { kind: "ticket", id: ticketId }, { ticketId, orderRef: order });
}
