import type { Country } from "./places.ts";
import type { FakeParcelEvent } from "./shop.ts";

type CourierLanguage = "en" | "it" | "ro" | "de";

/** Couriers speak the language of the destination, also where the shop does not. */
export const courierLanguage: Readonly<Record<Country, CourierLanguage>> = { RO: "ro", IT: "it", GB: "en", IE: "en", DE: "de" };

/** A courier's words per status; `{point}` is the pick-up point. */
export const courierWords: Readonly<Record<CourierLanguage, Readonly<Record<FakeParcelEvent["status"], readonly string[]>>>> = {
  en: {
    labelCreated: ["Label created, waiting for the parcel", "Sender preparing item"],
    pickedUp: ["Parcel collected from the sender", "Accepted from the sender"],
    inTransit: ["Arrived at sorting centre", "Departed sorting centre", "Item received at hub"],
    outForDelivery: ["Out for delivery", "With the driver, due today"],
    attemptFailed: ["Delivery attempted, nobody in", "We could not deliver: no safe place found"],
    readyForPickup: ["Ready for collection at {point}"],
    delivered: ["Delivered", "Delivered and signed for"],
    delayed: ["Delayed: high volume at the depot", "We are sorry, your parcel is delayed"],
    failed: ["Cannot be delivered, returning to sender"],
  },
  it: {
    labelCreated: ["Spedizione registrata, in attesa di affidamento", "Etichetta creata"],
    pickedUp: ["Ritirata dal mittente", "Presa in carico"],
    inTransit: ["Arrivata in filiale", "Partita dal centro di smistamento", "In transito"],
    outForDelivery: ["In consegna", "Consegna prevista nel corso della giornata odierna"],
    attemptFailed: ["Consegna non riuscita: destinatario assente", "Tentata consegna, lasciato avviso"],
    readyForPickup: ["Disponibile per il ritiro presso {point}"],
    delivered: ["Consegnata", "Consegnata e firmata dal destinatario"],
    delayed: ["Consegna in ritardo", "Spedizione in ritardo per elevati volumi"],
    failed: ["Consegna impossibile, restituzione al mittente"],
  },
  ro: {
    labelCreated: ["AWB emis", "Expediția a fost înregistrată"],
    pickedUp: ["Colet ridicat de la expeditor", "Preluat de curier"],
    inTransit: ["Intrare în depozit", "Ieșire din hub", "Coletul este în tranzit"],
    outForDelivery: ["În livrare la curier", "Coletul este în curs de livrare"],
    attemptFailed: ["Destinatar absent", "Livrare nereușită: destinatarul nu răspunde la telefon"],
    readyForPickup: ["Coletul te așteaptă la {point}"],
    delivered: ["Colet livrat", "Livrat cu succes"],
    delayed: ["Livrare întârziată", "Livrare reprogramată din cauza volumului mare"],
    failed: ["Nu poate fi livrat, se întoarce la expeditor"],
  },
  de: {
    labelCreated: ["Die Sendung wurde elektronisch angekündigt"],
    pickedUp: ["Die Sendung wurde beim Absender abgeholt"],
    inTransit: ["Die Sendung wurde im Paketzentrum bearbeitet", "Die Sendung hat das Paketzentrum verlassen"],
    outForDelivery: ["Die Sendung wurde in das Zustellfahrzeug geladen"],
    attemptFailed: ["Der Empfänger wurde nicht angetroffen"],
    readyForPickup: ["Die Sendung liegt zur Abholung bereit: {point}"],
    delivered: ["Die Sendung wurde zugestellt"],
    delayed: ["Die Zustellung verzögert sich"],
    failed: ["Die Sendung konnte nicht zugestellt werden und geht zurück"],
  },
};
