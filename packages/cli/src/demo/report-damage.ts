import { problemReceiptSchema } from "@askonce/spec";
import type { DataFolder } from "./data-folder.ts";
import { drawPhoto } from "./moments/draw-photo.ts";

const text = "Bună ziua, coletul a ajuns, dar cutia este ruptă și produsul din ea este spart. Vă rog să-mi trimiteți altul.";

/**
 * Does what a guest does on the order page: proves that the order is theirs, reports that it arrived broken and sends two photos.
 *
 * @returns the number of the ticket it is on; `null` when there is no such order, `"refused"` when it has to be tried again
 */
export async function reportDamage(baseUrl: string, { shops, state }: DataFolder): Promise<number | null | "refused"> {
  const order = shops.woocommerce.orders.find((one) => one.number === state.courier.damagedOrder);
  if (order === undefined) return null;
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
  if (response.status !== 201) {
    await response.body?.cancel();
    return "refused";
  }
  const { photoUpload, ticketNumber } = problemReceiptSchema.parse(await response.json());
  for (const shows of ["item", "packaging"] as const) {
    if (photoUpload === null) break;
    const path = `/api/v1/problem-photos/${photoUpload.token}?shows=${shows}`;
    const sent = await fetch(baseUrl + path, { method: "POST", headers: { "content-type": "image/png" }, body: drawPhoto(shows) });
    await sent.body?.cancel();
  }
  return ticketNumber;
}
