import type { CourierEventKind } from "../courier-event.ts";

/**
 * Event ids and names of FAN Courier's API 2.0, from two public tables (community code). A way back has a number of its own, so that on this
 * one nothing is said of it but that it began. Only `S37` (compensated) hints at a loss; there is no word for damage, customs or a border.
 */
export const fanWords: Partial<Record<CourierEventKind, { id: string; name: string }>> = {
  picked_up: { id: "C0", name: "Expediție ridicată" },
  at_hub: { id: "H0", name: "Intrare în depozit" },
  left_hub: { id: "H1", name: "Plecare din depozit" },
  out_for_delivery: { id: "S1", name: "Expediția este în livrare" },
  attempt_failed: { id: "S3", name: "Avizat" },
  refused: { id: "S6", name: "Refuz primire" },
  held: { id: "S49", name: "Activitate suspendată" },
  lost: { id: "S37", name: "Despăgubit" },
  redirected: { id: "S9", name: "Redirecționat" },
  ready_for_pickup: { id: "S46", name: "Predat punct livrare" },
  delivered: { id: "S2", name: "Livrat" },
  collected: { id: "S2", name: "Livrat" },
  pickup_expired: { id: "S16", name: "Retur la termen" },
  return_started: { id: "S43", name: "Retur" },
  unheard_of: { id: "X99", name: "Etapă nemaivăzută" },
};
