import type { FakeOrder, FakeParcel, FakeParcelEvent } from "@askonce/testkit/shop-data";

type Status = FakeParcelEvent["status"];

const next: Readonly<Partial<Record<Status, Status>>> = {
  labelCreated: "pickedUp",
  pickedUp: "inTransit",
  inTransit: "outForDelivery",
  delayed: "inTransit",
  outForDelivery: "delivered",
  attemptFailed: "outForDelivery",
  readyForPickup: "delivered",
};

/** In the language of the place, as couriers do. */
const words: Readonly<Record<"en" | "it" | "ro", Readonly<Partial<Record<Status, string>>>>> = {
  en: {
    pickedUp: "Collected from the shop",
    inTransit: "Left the depot",
    outForDelivery: "On the van, arriving today",
    delivered: "Handed over",
  },
  it: {
    pickedUp: "Ritirato presso il negozio",
    inTransit: "Partito dal deposito",
    outForDelivery: "Sul furgone, arriva oggi",
    delivered: "Recapitato",
  },
  ro: {
    pickedUp: "Preluat din magazin",
    inTransit: "A plecat din depozit",
    outForDelivery: "La curier, ajunge azi",
    delivered: "Predat destinatarului",
  },
};

/** What happens to a parcel next; `null` when its journey has ended. */
export function nextParcelEvent(order: FakeOrder, parcel: FakeParcel, now: number): FakeParcelEvent | null {
  const last = parcel.events.at(-1);
  const status = next[last?.status ?? "labelCreated"];
  if (status === undefined || parcel.deliveredAt !== null) return null;
  const { city, countryCode } = order.shippingAddress;
  const language = countryCode === "RO" ? "ro" : countryCode === "IT" ? "it" : "en";
  const isNear = status === "outForDelivery" || status === "delivered";
  return {
    at: new Date(now).toISOString(),
    status,
    text: words[language][status] ?? status,
    city: isNear ? city : (last?.city ?? city),
    countryCode: isNear ? countryCode : (last?.countryCode ?? countryCode),
  };
}

/** The order after the event. */
export function withParcelEvent(order: FakeOrder, parcelIndex: number, event: FakeParcelEvent): FakeOrder {
  const parcels = order.parcels.map((parcel, index) =>
    index === parcelIndex
      ? { ...parcel, events: [...parcel.events, event], deliveredAt: event.status === "delivered" ? event.at : parcel.deliveredAt }
      : parcel,
  );
  return { ...order, parcels, updatedAt: event.at };
}
