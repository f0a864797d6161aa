import { seededRandom } from "../measure.ts";

/** One ticket of the load, in numbers that both sides can turn into their own ids. Indexes count from 0. */
export interface SourceTicket {
  queue: number;
  customer: number;
  /** `null`: nobody has taken it. */
  agent: number | null;
  status: "open" | "waiting" | "resolved";
  subject: string;
  /** ISO UTC. */
  createdAt: string;
  /** ISO UTC, never before `createdAt`. */
  updatedAt: string;
}

/** What is loaded. Every function must give the same answer for the same index, however often and in whatever order it is asked. */
export interface TicketSource {
  queues: number;
  agents: number;
  customers: number;
  /** At least 1. The customer writes the even ones, an agent the odd ones. */
  messagesPerTicket: number;
  emailOf(customer: number): string;
  ticketOf(ticketIndex: number): SourceTicket;
  textOf(ticketIndex: number, messageIndex: number): string;
}

export interface SampleOptions {
  tickets: number;
  seed?: number;
  /** ISO UTC: when the newest ticket was last changed. */
  now?: string;
}

const common = {
  en: `the my order has not arrived yet where is parcel please help me when will it be here thank you i paid for was broken box courier
    refund want size wrong return invoice address change number tracking says delivered but nobody came`,
  it: `il mio ordine non è ancora arrivato dov'è pacco per favore quando sarà qui grazie ho pagato era rotto scatola corriere rimborso
    vorrei taglia sbagliata reso fattura indirizzo cambiare numero consegnato ma nessuno è venuto perché città`,
  ro: `comanda mea nu a ajuns încă unde este coletul vă rog când va fi aici mulțumesc am plătit era spart cutie curier rambursare
    doresc mărime greșită retur factură adresă schimbare număr livrat dar nimeni nu a venit țară și`,
} as const;
const syllables = {
  en: "ba ble con der ex fi ger hol ing ker lo man ner ou pre qua ring son ter un ver wil yar".split(" "),
  it: "ba ca che do fa gli lo ma ne pa que ri sa ta tto va zia scia gno più cà".split(" "),
  ro: "ba că des fra ghe iu lă me ne pu ră șa țe tru vă zi ând împ lui ște cea".split(" "),
} as const;
type Language = keyof typeof common;
const languages = Object.keys(common) as Language[];
const wordsOfALanguage = 4000;

/** The words of a language by rank: the first are those a customer writes all the time, the rest are made up and ever rarer. */
export function vocabulary(language: Language): string[] {
  const words = new Set(common[language].split(/\s+/));
  const random = seededRandom(languages.indexOf(language) + 1);
  const parts = syllables[language];
  while (words.size < wordsOfALanguage) {
    const length = 2 + Math.floor(random() * 3);
    words.add(Array.from({ length }, () => parts[Math.floor(random() * parts.length)]).join(""));
  }
  return [...words];
}

/**
 * Tickets like those of a shop's support, for runs of this peer alone: a few large queues and many small, one in eight open, messages of
 * about 300 characters in three languages whose words follow Zipf's law, and an order number that no other ticket has.
 */
export function sampleTickets({ tickets, seed = 1, now = "2026-11-20T09:00:00.000Z" }: SampleOptions): TicketSource {
  const queues = 20;
  const agents = 50;
  const customers = Math.max(1, Math.ceil(tickets / 3));
  const end = Date.parse(now);
  const stepMs = Math.min(60_000, (2 * 365 * 86_400_000) / tickets);
  const wordTables = new Map(languages.map((language) => [language, zipfTable(vocabulary(language))]));
  const queueTable = zipfTable(Array.from({ length: queues }, (_, index) => index));
  const languageOf = (customer: number): Language => languages[customer % languages.length] ?? "en";

  const words = (ticketIndex: number, salt: number, customer: number, characters: number): string => {
    const table = wordTables.get(languageOf(customer)) ?? [];
    const random = seededRandom(seed + ticketIndex * 64 + salt);
    let text = "";
    while (text.length < characters) {
      const word = table[Math.floor(random() * table.length)] ?? "";
      text += text ? ` ${word}` : word;
    }
    return text;
  };
  const ticketOf = (ticketIndex: number): SourceTicket => {
    const random = seededRandom(seed * 7919 + ticketIndex);
    const customer = Math.floor(random() * customers);
    const age = (tickets - ticketIndex) * stepMs;
    const state = random();
    const status = state < 0.125 ? "open" : state < 0.2 ? "waiting" : "resolved";
    return {
      queue: queueTable[Math.floor(random() * queueTable.length)] ?? 0,
      customer,
      agent: status === "open" && random() < 0.4 ? null : Math.floor(random() * agents),
      status,
      subject: words(ticketIndex, 63, customer, 40),
      createdAt: new Date(end - age).toISOString(),
      updatedAt: new Date(end - age * random()).toISOString(),
    };
  };
  return {
    queues,
    agents,
    customers,
    messagesPerTicket: 3,
    emailOf: (customer) => `customer-${customer}@shop.example.test`,
    ticketOf,
    textOf(ticketIndex, messageIndex) {
      const text = words(ticketIndex, messageIndex, ticketOf(ticketIndex).customer, 280);
      return messageIndex === 0 ? `${text} #${100_000 + ticketIndex}` : text;
    },
  };
}

/** Each entry as often as Zipf's law with exponent 1 says, so that a pick is one look-up. Every entry is there at least once. */
function zipfTable<Entry>(entries: readonly Entry[]): Entry[] {
  const total = entries.reduce((sum, _, index) => sum + 1 / (index + 1), 0);
  return entries.flatMap((entry, index) => Array<Entry>(Math.max(1, Math.round(65_536 / total / (index + 1)))).fill(entry));
}
