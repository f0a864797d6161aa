import type { FakeLanguage, FakeOrder } from "./shop.ts";

type PaymentCode = "card" | "paypal" | "bankTransfer" | "cashOnDelivery";
type CancelReason = NonNullable<FakeOrder["cancelReason"]>;

/** What the shop writes on an order, in the buyer's language. */
export interface OrderWords {
  payment: Readonly<Record<PaymentCode, string>>;
  homeDelivery: string;
  pickupDelivery: string;
  discountCodes: readonly string[];
  customerNotes: readonly string[];
  paid: string;
  shipped: string;
  awaitingTransfer: string;
  cardRefused: string;
  remainderLater: string;
  packing: readonly string[];
  cancelled: Readonly<Record<CancelReason, string>>;
  partRefundReasons: readonly string[];
  goodwillReasons: readonly string[];
  fullRefundReasons: readonly string[];
  unavailableReason: string;
}

export type { PaymentCode };

export const orderWords: Readonly<Record<FakeLanguage, OrderWords>> = {
  en: {
    payment: { card: "Credit or debit card", paypal: "PayPal", bankTransfer: "Bank transfer", cashOnDelivery: "Cash on delivery" },
    homeDelivery: "Home delivery",
    pickupDelivery: "Pick-up point",
    discountCodes: ["WELCOME10", "AUTUMN15", "FRIENDS5"],
    customerNotes: [
      "Please leave with the neighbour at number 12.",
      "The doorbell doesn't work, please call.",
      "It's a gift, please don't include the invoice.",
      "Deliveries after 3 pm if possible.",
    ],
    paid: "Payment received.",
    shipped: "Your parcel has been handed to {carrier}: {tracking}",
    awaitingTransfer: "Waiting for the bank transfer.",
    cardRefused: "The bank refused the card.",
    remainderLater: "The rest of the order will follow as soon as it is back in stock.",
    packing: ["Picked and packed.", "Fragile items wrapped twice.", "Printed the gift card."],
    cancelled: {
      customer: "Cancelled at the customer's request.",
      inventory: "Cancelled: the item is out of stock.",
      fraud: "Cancelled after the fraud check.",
      declined: "Cancelled: the payment was declined.",
      other: "Cancelled: duplicate order.",
    },
    partRefundReasons: ["Item damaged in transit", "Wrong size returned", "Item missing from the parcel"],
    goodwillReasons: ["Goodwill for the late delivery", "Small scratch, customer keeps the item"],
    fullRefundReasons: ["Return within 14 days", "Parcel came back undelivered"],
    unavailableReason: "Out of stock",
  },
  it: {
    payment: { card: "Carta di credito o debito", paypal: "PayPal", bankTransfer: "Bonifico bancario", cashOnDelivery: "Contrassegno" },
    homeDelivery: "Corriere espresso a domicilio",
    pickupDelivery: "Punto di ritiro",
    discountCodes: ["BENVENUTO10", "AUTUNNO15", "AMICI5"],
    customerNotes: [
      "Citofono guasto, chiamare all'arrivo.",
      "Lasciare in portineria, grazie.",
      "È un regalo: per favore non inserite la fattura.",
      "Consegnare preferibilmente dopo le 17.",
    ],
    paid: "Pagamento ricevuto.",
    shipped: "Il pacco è stato affidato a {carrier}: {tracking}",
    awaitingTransfer: "In attesa del bonifico.",
    cardRefused: "La banca ha rifiutato la carta.",
    remainderLater: "Il resto dell'ordine partirà appena torna disponibile.",
    packing: ["Ordine preparato e imballato.", "Articoli fragili con doppio imballo.", "Stampato il biglietto di auguri."],
    cancelled: {
      customer: "Annullato su richiesta del cliente.",
      inventory: "Annullato: articolo esaurito.",
      fraud: "Annullato dopo il controllo antifrode.",
      declined: "Annullato: pagamento rifiutato.",
      other: "Annullato: ordine doppio.",
    },
    partRefundReasons: ["Articolo danneggiato durante il trasporto", "Reso per taglia sbagliata", "Articolo mancante nel pacco"],
    goodwillReasons: ["Sconto per la consegna in ritardo", "Piccolo graffio, il cliente tiene l'articolo"],
    fullRefundReasons: ["Recesso entro 14 giorni", "Pacco rientrato per mancata consegna"],
    unavailableReason: "Articolo esaurito",
  },
  ro: {
    payment: { card: "Card bancar", paypal: "PayPal", bankTransfer: "Transfer bancar", cashOnDelivery: "Ramburs la curier" },
    homeDelivery: "Livrare prin curier",
    pickupDelivery: "Ridicare din locker sau punct de livrare",
    discountCodes: ["BINEAIVENIT10", "TOAMNA15", "PRIETENI5"],
    customerNotes: [
      "Vă rog să sunați înainte de livrare.",
      "Interfonul nu funcționează.",
      "Este cadou, vă rog fără factură în colet.",
      "Livrare după ora 17, dacă se poate.",
    ],
    paid: "Plată confirmată.",
    shipped: "Coletul a fost predat către {carrier}: {tracking}",
    awaitingTransfer: "Se așteaptă transferul bancar.",
    cardRefused: "Banca a refuzat cardul.",
    remainderLater: "Restul comenzii pleacă imediat ce revine în stoc.",
    packing: ["Comandă pregătită și ambalată.", "Produse fragile, ambalaj dublu.", "Am tipărit felicitarea."],
    cancelled: {
      customer: "Anulată la cererea clientului.",
      inventory: "Anulată: produsul nu mai este în stoc.",
      fraud: "Anulată după verificarea antifraudă.",
      declined: "Anulată: plata a fost refuzată.",
      other: "Anulată: comandă dublă.",
    },
    partRefundReasons: ["Produs deteriorat la transport", "Retur: mărime nepotrivită", "Produs lipsă din colet"],
    goodwillReasons: ["Reducere pentru livrarea întârziată", "Zgârietură mică, clientul păstrează produsul"],
    fullRefundReasons: ["Retur în 14 zile", "Colet întors nelivrat"],
    unavailableReason: "Produs indisponibil",
  },
};
