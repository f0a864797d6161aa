import type { CourierEventKind } from "../courier-event.ts";

/**
 * BRT's descriptions, from community code; its ids are not known. Nothing is known for a failed attempt, a refusal, customs, damage or the
 * way back before its end.
 */
export const brtWords: Partial<Record<CourierEventKind, string>> = {
  registered: "SHIPPING INFO SENT TO BRT",
  picked_up: "RITIRATA",
  at_hub: "ARRIVATA IN FILIALE",
  left_hub: "PARTITA",
  out_for_delivery: "IN CONSEGNA",
  ready_for_pickup: "ARRIVED AT BRT-FERMOPOINT",
  collected: "COLLECTED AT BRT-FERMOPOINT",
  delivered: "CONSEGNATA",
  returned: "RETURNED TO SENDER",
  unheard_of: "FASE MAI VISTA",
};
