import type { StatusRow } from "@askonce/adapter-kit";

/** What GLS Italy's `Codice` means, by public shop modules: GLS gives its list (manual MU40) to customers only. All of it is unproven. */
export const statusRows: readonly StatusRow<"Codice">[] = [
  {
    space: "Codice",
    code: "1",
    status: "delivery_attempted",
    exceptions: ["recipient_absent"],
    evidence: "C",
    label: "destinatario assente",
  },
  { space: "Codice", code: "4", status: "on_hold", exceptions: ["refused"], evidence: "C", label: "rifiutata" },
  { space: "Codice", code: "8", status: "delivery_attempted", exceptions: ["recipient_absent"], evidence: "C", label: "chiuso per turno" },
  { space: "Codice", code: "10", status: "ready_for_pickup", evidence: "C", label: "disponibile fermo deposito" },
  { space: "Codice", code: "12", status: "ready_for_pickup", evidence: "C", label: "ritiro in sede" },
  { space: "Codice", code: "14", status: "in_transit", exceptions: ["rescheduled"], evidence: "C", label: "consegna concordata" },
  { space: "Codice", code: "17", status: "in_transit", exceptions: ["rescheduled"], evidence: "C", label: "consegna programmata" },
  { space: "Codice", code: "28", status: "in_transit", exceptions: ["rescheduled"], evidence: "C", label: "consegna programmata" },
  { space: "Codice", code: "35", status: "in_transit", evidence: "C", label: "affidata a corriere locale" },
  { space: "Codice", code: "67", status: "delivery_attempted", exceptions: ["recipient_absent"], evidence: "C", label: "chiuso" },
  { space: "Codice", code: "68", status: "on_hold", exceptions: ["address_issue"], evidence: "C", label: "indirizzo errato" },
  { space: "Codice", code: "77", status: "delivery_attempted", evidence: "C", label: "mancata consegna" },
  { space: "Codice", code: "901", status: "label_created", evidence: "C", label: "registrata" },
  { space: "Codice", code: "902", status: "in_transit", evidence: "C", label: "partita" },
  { space: "Codice", code: "903", status: "in_transit", evidence: "C", label: "in transito" },
  { space: "Codice", code: "904", status: "in_transit", evidence: "C", label: "in sede" },
  { space: "Codice", code: "905", status: "out_for_delivery", evidence: "C", label: "in consegna" },
  { space: "Codice", code: "906", status: "delivered", evidence: "C", label: "consegnata" },
  { space: "Codice", code: "907", status: "ready_for_pickup", evidence: "C", label: "fermo deposito" },
  { space: "Codice", code: "908", status: "on_hold", exceptions: ["carrier_hold"], evidence: "C", label: "in giacenza / sede" },
  { space: "Codice", code: "909", status: "label_created", evidence: "C", label: "non ancora affidata" },
];
