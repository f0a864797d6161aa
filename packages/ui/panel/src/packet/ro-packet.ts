import type { PacketTexts } from "./packet-texts.ts";

/** Romanian. */
export const roPacket: PacketTexts = {
  packetMade: "Pachet semnat, așa cum era {day}",
  packetValid: "Valabil până {day} ({left})",
  packetFrom: "Predat de {who}",
  packetSystem: "un proces automat",
  packetCut: "Omis sau scurtat ca pachetul să rămână mic: {parts}.",
  packetTicket: "Tichetul {number}",
  packetNoCustomer: "Nimeni nu este legat de acest tichet.",
  packetNoOrder: "Nicio comandă nu este legată de acest tichet.",
  packetTried: "Ce a încercat clientul",
  packetMessages: "Ultimele mesaje",
  packetInvalid: "Acest pachet nu poate fi deschis",
  packetInvalidWhy: "A expirat, a fost modificat sau este de la alt magazin. Cere unul nou de la cine ți l-a dat.",
  packetOver: "Acest pachet a expirat",
  packetOverWhy: "Putea fi citit până {day}. Cere unul nou de la cine ți l-a dat.",
  packetFailed: "Pachetul nu a putut fi deschis",
  packetOffline: "Ești offline. Pachetul se deschide imediat ce revine conexiunea.",

  packetPart: {
    otherOrders: "alte comenzi",
    lastMessages: "mesaje",
    facts: "ce știm",
    promises: "promisiuni",
    incidents: "incidente",
    tried: "ce s-a încercat",
    openQuestions: "întrebări deschise",
    order: "detaliile comenzii",
    customer: "datele de contact ale clientului",
    note: "nota",
  },
  packetLateness: {
    on_time: "la timp",
    at_risk: "cu risc de întârziere",
    late: "întârziat",
    very_late: "foarte întârziat",
    delivered_late: "livrat cu întârziere",
    unknown_promise: "nicio zi promisă",
  },
  packetDirection: { inbound: "Client", outbound: "Magazin", note: "Notă" },
};
