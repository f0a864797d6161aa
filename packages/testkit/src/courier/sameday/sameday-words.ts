import type { CourierEventKind } from "../courier-event.ts";

/** How Sameday writes an event. `stateId` is in the answers without a key only; it counts in other numbers than `statusId`. */
export interface SamedayWord {
  statusId: number;
  status: string;
  statusLabel: string;
  statusState: string;
  stateId: number;
  reason?: string;
}

/**
 * Ids below 900 were seen in published payloads (1, 5, 9, 33, 56) or in community code (4, 78, 84); state ids are one community reading of
 * the courier's app. There is no official list: ids from 900 on are made up, and the words beside them say what happened. No word for
 * damage, loss, customs or an expired hold is known.
 */
export const samedayWords: Partial<Record<CourierEventKind, SamedayWord>> = {
  registered: word(1, "AWB Emis", "Document de transport emis", "Expedierea a fost inregistrata", 1),
  picked_up: word(4, "Ridicat de la expeditor", "Colet ridicat de curier", "Coletul a fost ridicat", 2),
  at_hub: word(84, "Intrare depozit central", "Colet in depozit", "Coletul este in depozit", 17),
  left_hub: word(56, "Iesire din hub", "In tranzit spre depozit", "Coletul este in tranzit", 7),
  border: word(5, "In traversare granita", "In traversare granita", "Coletul este in tranzit", 19),
  out_for_delivery: word(33, "In livrare la curier", "In livrare la curier", "Colete in curs de livrare", 4),
  attempt_failed: { ...word(901, "Livrare esuata", "Livrare esuata", "Livrarea a esuat", 10), reason: "Destinatar absent" },
  refused: word(902, "Refuzat de destinatar", "Colet refuzat", "Coletul a fost refuzat", 10),
  held: word(903, "Retinut in depozit central", "Colet retinut in depozit", "Coletul este in depozit", 21),
  redirected: word(904, "Redirectionat catre easybox", "Colet redirectionat", "Coletul a fost redirectionat", 24),
  ready_for_pickup: word(78, "Incarcat in easybox", "Colet incarcat in easybox", "Comanda a fost incarcata in easybox", 18),
  delivered: word(9, "Livrata cu succes", "Colet livrat", "Colete livrate", 5),
  collected: word(9, "Livrata cu succes", "Colet livrat", "Colete livrate", 5),
  return_started: word(905, "Retur initiat", "Retur initiat", "Coletul este in retur", 14),
  return_in_transit: word(906, "Retur in tranzit", "Retur in tranzit", "Coletul este in retur", 14),
  returned: word(907, "Returnata cu succes", "Colet returnat la expeditor", "Coletul a fost returnat cu succes", 8),
  unheard_of: word(7777, "Etapa nemaivazuta", "Etapa nemaivazuta", "Etapa nemaivazuta", 77),
};

function word(statusId: number, status: string, statusLabel: string, statusState: string, stateId: number): SamedayWord {
  return { statusId, status, statusLabel, statusState, stateId };
}
