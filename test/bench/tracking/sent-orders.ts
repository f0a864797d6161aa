import { type FakeOrder, type FakeShop, generateShop } from "@askonce/testkit/shop-data";

const hourMs = 3_600_000;

/** A shop whose every order has one parcel that was sent two days ago and is promised for the day after tomorrow. */
export function sentOrders(count: number, startMs: number): FakeShop {
  const at = (hours: number) => new Date(startMs + hours * hourMs).toISOString();
  const shop = generateShop({ seed: 1, orders: 50, now: at(0) });
  const samples = shop.orders.filter(({ parcels, status }) => parcels.length > 0 && (status === "completed" || status === "processing"));
  const orders = Array.from({ length: count }, (_, index): FakeOrder => {
    const sample = samples[index % samples.length];
    const parcel = sample?.parcels[0];
    if (!sample || !parcel) throw new Error("The generated shop has no parcel");
    return {
      ...sample,
      id: index + 1,
      number: String(index + 1),
      customerId: null,
      email: `buyer${index}@example.test`,
      placedAt: at(-60),
      updatedAt: at(-48),
      status: "processing",
      cancelledAt: null,
      refunds: [],
      notes: [],
      parcels: [
        {
          ...parcel,
          id: index + 1,
          carrier: "Scripted",
          trackingNumber: `T${String(index).padStart(8, "0")}`,
          trackingUrl: `https://tracking.example.test/T${index}`,
          shippedAt: at(-48),
          promisedAt: at(48),
          estimatedAt: null,
          deliveredAt: null,
          events: [],
        },
      ],
    };
  });
  return { ...shop, customers: [], orders };
}
