import type { TicketStatus, WaitingFor } from "@askonce/spec";
import type { MessageKey } from "../i18n/messages.ts";

export const statusKeys: Record<TicketStatus, MessageKey> = { open: "ticketOpen", waiting: "ticketWaiting", resolved: "ticketResolved" };

export const waitingKeys: Record<WaitingFor, MessageKey> = {
  customer: "waitingForCustomer",
  carrier: "waitingForCarrier",
  warehouse: "waitingForWarehouse",
  approval: "waitingForApproval",
};
