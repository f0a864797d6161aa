import type { DataFolder } from "./data-folder.ts";

const text = "Bună ziua, coletul a ajuns, dar cutia este ruptă și produsul din ea este spart. Vă rog să-mi trimiteți altul.";

/**
 * Does what a guest does on the order page: proves that the order is theirs and reports that it arrived broken.
 *
 * @returns whether there is nothing left to report
 */
export async function reportDamage(baseUrl: string, { shops, state }: DataFolder): Promise<boolean> {
  const order = shops.woocommerce.orders.find((one) => one.number === state.courier.damagedOrder);
  if (order === undefined) return true;
  const item = order.items[0];
  const response = await fetch(`${baseUrl}/api/v1/order-lookup/problems`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      number: order.number,
      email: order.email,
      kind: "damaged",
      details: {
        items: item === undefined ? [] : [{ lineItemId: String(item.id), quantity: 1 }],
        extent: "unusable",
        packagingDamaged: true,
        wantedOutcome: "replacement",
        text,
      },
      language: "ro",
    }),
  });
  await response.body?.cancel();
  return response.status === 201;
}
