import type { Agent, Context, ContextOrder, Message, Order, Ticket } from "@askonce/spec";
import { createKnown, type KnownSeed } from "./known-seed.ts";
import { createDelivery, createDeliverySeed, type DeliverySeed } from "./delivery-seed.ts";

/** What the fake shop holds. Times are counted back from the start, so that relative times read as they would. */
export interface Seed {
  agents: Agent[];
  tickets: Ticket[];
  messages: Message[];
  orders: Order[];
  deliveries: DeliverySeed;
  known: KnownSeed;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const tokens: Readonly<Record<string, string>> = { "ask_test_elena": "agt_elena", "ask_test_marco": "agt_marco" };

export function createSeed(nowMs: number): Seed {
  const at = (agoMs: number) => new Date(nowMs - agoMs).toISOString();
  const agents: Agent[] = [
    { id: "agt_elena", name: "Elena Popescu", email: "elena@shop.example", role: "lead", active: true, createdAt: at(400 * day) },
    { id: "agt_marco", name: "Marco Bianchi", email: "marco@shop.example", role: "agent", active: true, createdAt: at(300 * day) },
    { id: "agt_sam", name: "Sam Whitfield", email: "sam@shop.example", role: "owner", active: true, createdAt: at(500 * day) },
  ];
  const tickets: Ticket[] = [];
  const messages: Message[] = [];

  const open = (
    number: number,
    subject: string,
    customerName: string | null,
    language: string,
    part: Partial<Ticket>,
    talk: [agoMs: number, direction: Message["direction"], text: string, rest?: Partial<Message>][],
  ) => {
    const id = `tkt_${number}`;
    const own = talk.map(([agoMs, direction, text, rest], index): Message => {
      const inbound = direction === "inbound";
      return {
        id: `msg_${number}_${String(index).padStart(3, "0")}`,
        ticketId: id,
        threadId: `thr_${number}`,
        direction,
        text,
        author: inbound
          ? { kind: "customer", id: customerName ? `cus_${number}` : null, name: customerName }
          : { kind: "agent", id: "agt_elena", name: "Elena Popescu" },
        assurance: inbound ? "claimed" : "signedIn",
        delivery: inbound ? "received" : direction === "note" ? "stored" : "sent",
        at: at(agoMs),
        ...rest,
      };
    });
    messages.push(...own);
    const last = own.at(-1);
    tickets.push({
      id,
      number,
      subject,
      status: "open",
      waitingFor: null,
      customerId: customerName ? `cus_${number}` : null,
      customerName,
      assigneeId: null,
      tags: [],
      language,
      mergedIntoId: null,
      messageCount: own.length,
      lastMessageAt: last?.at ?? null,
      lastMessagePreview: last ? last.text.replace(/\s+/g, " ").slice(0, 160) : null,
      lastMessageDirection: last?.direction ?? null,
      createdAt: own[0]?.at ?? at(day),
      updatedAt: last?.at ?? at(day),
      version: Math.max(1, own.length),
      ...part,
    });
  };

  open(1042, "Coletul nu a ajuns, trebuia livrat joi", "Ioana Marinescu", "ro", { assigneeId: "agt_elena", tags: ["livrare", "vip"] }, [
    [
      2 * day + 3 * hour,
      "inbound",
      "Bună ziua,\n\nComanda #10482 trebuia să ajungă joi și încă nu am primit nimic. Pe https://sameday.example/awb/2XT771204 scrie doar „în tranzit”. Puteți verifica?\n\nMulțumesc,\nIoana",
      { assurance: "orderMatched" },
    ],
    [2 * day, "outbound", "Bună, Ioana! Am întrebat curierul și revin astăzi cu un răspuns."],
    [
      2 * day - 10 * minute,
      "note",
      "Sameday spune că un colet a rămas în depozitul din Cluj. Al doilea este deja pe drum. Dacă nu pleacă până mâine, îl retrimitem.",
    ],
    [
      12 * minute,
      "inbound",
      "Am primit unul dintre cele două colete azi dimineață, mulțumesc! Când vine al doilea?",
      { assurance: "signedIn" },
    ],
  ]);
  open(1041, "Tazza arrivata rotta", "Giulia Ferrari", "it", { tags: ["danno"], assigneeId: "agt_marco" }, [
    [
      5 * hour,
      "inbound",
      "Buongiorno, ho ricevuto oggi il pacco ma una delle due tazze è rotta. Allego le foto. Vorrei una sostituzione, è un regalo per sabato.",
      { assurance: "otpVerified" },
    ],
    [40 * minute, "outbound", "Buongiorno Giulia, mi dispiace molto! La sostituzione parte oggi con consegna entro venerdì.", { author: { kind: "agent", id: "agt_marco", name: "Marco Bianchi" }, delivery: "queued" }],
    [35 * minute, "inbound", "Grazie mille, siete gentilissimi!", { assurance: "otpVerified" }],
  ]);
  open(1040, "Where is my refund?", "Thomas O'Neill-Cavanaugh", "en", { status: "waiting", waitingFor: "customer", assigneeId: "agt_elena", tags: ["refund"] }, [
    [3 * day, "inbound", "You promised my money back ten days ago. Order 10377.", { assurance: "claimed" }],
    [2 * day + 4 * hour, "outbound", "Hello Thomas, the refund of €48.90 went out on the 12th. Could you look at the card ending in 1204?", { delivery: "stored" }],
  ]);
  open(1039, "Question about sizes", null, "en", {}, [[26 * hour, "inbound", "do the linen shirts run small??", { assurance: "anonymous", author: { kind: "customer", id: null, name: null } }]]);
  open(1038, "Factură pe firmă", "SC Atelierul Verde SRL", "ro", { status: "resolved", assigneeId: "agt_sam", tags: ["factură"] }, [
    [6 * day, "inbound", "Vă rog o factură pe firmă pentru comanda 10311, CUI RO12345678."],
    [5 * day, "outbound", "Factura a fost trimisă pe e-mail. O zi bună!", { author: { kind: "agent", id: "agt_sam", name: "Sam Whitfield" } }],
  ]);
  const subjects = [
    "Change my delivery address",
    "Codul de reducere nu merge",
    "Pacco consegnato al vicino sbagliato",
    "Gift wrapping forgotten",
    "Retur pentru comanda 10298",
    "Il colore non corrisponde alla foto",
    "Card charged twice",
    "Can I pick it up in the shop?",
  ];
  const people = ["Ana Dumitrescu", "Luca Moretti", "Priya Raman", "Jonas Weber", "Mihai Ionescu", "Chiara Gallo", "Amelia Hart", "Radu Stan"];
  for (let index = 0; index < 48; index += 1) {
    const number = 1037 - index;
    const subject = subjects[index % subjects.length] ?? "";
    const person = people[(index * 3) % people.length] ?? "";
    const age = 7 * day + index * 9 * hour;
    const status = index % 3 === 0 ? "open" : index % 3 === 1 ? "waiting" : "resolved";
    open(number, subject, person, "en", { status, waitingFor: status === "waiting" ? "carrier" : null }, [
      [age + hour, "inbound", `${subject}. Can you help me with order ${10_300 - index}?`],
      [age, "outbound", "Thank you for writing, we are looking into it."],
    ]);
  }
  return { agents, tickets, messages, orders: [createOrder(at)], deliveries: createDeliverySeed(at), known: createKnown(at) };
}

function createOrder(at: (agoMs: number) => string): Order {
  const money = (amountMinor: number) => ({ shop: { amountMinor, currency: "RON" }, presentment: null });
  return {
    ref: "woocommerce:10482",
    number: "10482",
    status: "open",
    paymentStatus: "paid",
    fulfillmentStatus: "fulfilled",
    raw: { status: "completed", payment: "paid", fulfillment: null, return: null },
    placedAt: at(8 * day),
    updatedAt: at(3 * hour),
    paidAt: at(8 * day),
    cancelledAt: null,
    cancelReason: null,
    email: "ioana.marinescu@example.ro",
    phone: "+40 722 555 014",
    language: "ro",
    customer: null,
    items: [
      {
        id: "1",
        title: "Cană din ceramică, 350 ml",
        variant: "albastru",
        sku: "CAN-350-B",
        imageUrl: null,
        quantity: 2,
        currentQuantity: 2,
        unitPrice: money(5_900),
        total: money(11_800),
        attributes: [],
      },
      {
        id: "2",
        title: "Ceainic emailat",
        variant: null,
        sku: "CEA-1L",
        imageUrl: null,
        quantity: 1,
        currentQuantity: 1,
        unitPrice: money(18_900),
        total: money(18_900),
        attributes: [],
      },
    ],
    subtotal: money(30_700),
    discountTotal: money(0),
    shippingTotal: money(1_990),
    taxTotal: money(5_220),
    total: money(32_690),
    refundedTotal: money(0),
    discounts: [],
    paymentMethod: "Card",
    shippingMethod: "Sameday",
    shippingAddress: {
      name: "Ioana Marinescu",
      company: null,
      line1: "Strada Horea 14, ap. 6",
      line2: null,
      city: "Cluj-Napoca",
      province: "Cluj",
      postcode: "400174",
      countryCode: "RO",
      phone: null,
    },
    billingAddress: null,
    customerNote: null,
    notes: [],
    tags: [],
    fulfillments: [{ id: "f1", status: "fulfilled", rawStatus: null, createdAt: at(6 * day), items: [] }],
    parcels: [
      {
        id: "f1:2XT771204",
        fulfillmentId: "f1",
        carrier: "Sameday",
        trackingNumber: "2XT771204",
        trackingUrl: "https://sameday.example/awb/2XT771204",
        status: "in_transit",
        rawStatus: "In tranzit",
        leg: "forward",
        exceptions: [{ kind: "late", by: "derived", at: at(day) }],
        items: [{ lineItemId: "2", quantity: 1 }],
        shippedAt: at(6 * day),
        promisedAt: at(2 * day),
        estimatedAt: null,
        deliveredAt: null,
        lastScanAt: at(3 * day),
        checkpoints: [
          {
            id: "c1",
            at: at(3 * day),
            zone: null,
            status: "in_transit",
            leg: "forward",
            exceptions: [],
            rawStatus: "18",
            text: "Coletul a ajuns în depozit",
            city: "Cluj-Napoca",
            countryCode: "RO",
            by: "carrier",
          },
        ],
        source: "woocommerce",
      },
    ],
    refunds: [],
    returns: [],
    edited: false,
    test: false,
    adminUrl: null,
    gaps: [],
  };
}

export function createContextOrder(seed: Seed, order: Order, evidence: ContextOrder["evidence"], nowMs: number): ContextOrder {
  const dueAt = order.parcels[0]?.promisedAt ?? order.placedAt;
  return {
    order,
    delivery: createDelivery(seed.deliveries, order.ref, dueAt, nowMs),
    provenance: { source: "woocommerce", fetchedAt: new Date(nowMs).toISOString(), ageMs: 0, stale: false },
    evidence,
    belongsToCustomer: true,
  };
}

/** The context of a ticket: the first one is about the order, the others say honestly that nothing is known. */
export function createContext(seed: Seed, ticket: Ticket, linkedRef: string | null, nowMs: number): Context {
  const at = new Date(nowMs).toISOString();
  const provenance = { source: "woocommerce", fetchedAt: at, ageMs: 0, stale: false };
  const toContextOrder = (order: Order, evidence: ContextOrder["evidence"]) => createContextOrder(seed, order, evidence, nowMs);
  const linked = seed.orders.find(({ ref }) => ref === linkedRef);
  return {
    ticket,
    customer:
      ticket.customerId === null
        ? null
        : {
            customer: {
              id: ticket.customerId,
              name: ticket.customerName,
              language: ticket.language,
              contactPoints: [
                {
                  id: `cp_${ticket.number}`,
                  customerId: ticket.customerId,
                  kind: "email",
                  value: "ioana.marinescu@example.ro",
                  assurance: "orderMatched",
                  evidence: "order woocommerce:10482",
                  createdAt: ticket.createdAt,
                },
              ],
              createdAt: ticket.createdAt,
            },
            ordersCount: 3,
            spent: [{ amountMinor: 98_070, currency: "RON" }],
            firstOrderAt: ticket.createdAt,
            lastOrderAt: ticket.createdAt,
            provenance,
          },
    order: linked
      ? toContextOrder(linked, [{ kind: "orderNumber", detail: "#10482", messageId: `msg_${ticket.number}_000`, at: ticket.createdAt }])
      : null,
    candidates: [],
    orderChoice: linked ? "chosen" : ticket.number === 1040 ? "unsure" : "none",
    otherOrders: linked ? [] : seed.orders.map((order) => toContextOrder(order, [])),
    otherOrdersCount: linked ? 0 : seed.orders.length,
    earlierTickets: [],
    facts: seed.known.facts.filter(({ ticketId }) => ticketId === ticket.id),
    openQuestions: seed.known.questions.filter(({ ticketId }) => ticketId === ticket.id),
    identityLinks: seed.known.links.filter(({ customerId }) => customerId === ticket.customerId),
    handOver: seed.known.handOvers.findLast(({ ticketId }) => ticketId === ticket.id) ?? null,
    sources: [
      { adapterId: "woocommerce", displayName: "WooCommerce", state: "complete", lastEventAt: at, lastReconciledAt: at, problem: null },
    ],
    generatedAt: at,
  };
}
