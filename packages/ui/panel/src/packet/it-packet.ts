import type { PacketTexts } from "./packet-texts.ts";

/** Italian. */
export const itPacket: PacketTexts = {
  packetMade: "Pacchetto firmato, com’era {day}",
  packetValid: "Valido fino a {day} ({left})",
  packetFrom: "Passato da {who}",
  packetSystem: "un processo automatico",
  packetCut: "Tralasciato o abbreviato per limitare le dimensioni: {parts}.",
  packetTicket: "Ticket {number}",
  packetNoCustomer: "Nessuno è collegato a questo ticket.",
  packetNoOrder: "Nessun ordine è collegato a questo ticket.",
  packetTried: "Che cosa ha già provato il cliente",
  packetMessages: "Ultimi messaggi",
  packetInvalid: "Questo pacchetto non si può aprire",
  packetInvalidWhy: "È scaduto, è stato modificato o viene da un altro negozio. Chiedine uno nuovo a chi te l’ha dato.",
  packetOver: "Questo pacchetto è scaduto",
  packetOverWhy: "Si poteva leggere fino a {day}. Chiedine uno nuovo a chi te l’ha dato.",
  packetFailed: "Non è stato possibile aprire il pacchetto",
  packetOffline: "Sei offline. Il pacchetto si apre appena torna la connessione.",

  packetPart: {
    otherOrders: "altri ordini",
    lastMessages: "messaggi",
    facts: "che cosa sappiamo",
    promises: "promesse",
    incidents: "incidenti",
    tried: "che cosa è stato provato",
    openQuestions: "domande aperte",
    order: "dettagli dell’ordine",
    customer: "recapiti del cliente",
    note: "la nota",
  },
  packetLateness: {
    on_time: "in orario",
    at_risk: "a rischio",
    late: "in ritardo",
    very_late: "in forte ritardo",
    delivered_late: "consegnato in ritardo",
    unknown_promise: "nessun giorno promesso",
  },
  packetDirection: { inbound: "Cliente", outbound: "Negozio", note: "Nota" },
};
