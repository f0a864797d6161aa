import { readVendorResponse } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type OrderNote, type SourceRef } from "@askonce/spec";
import type { WooClient } from "../client/woo-client.ts";
import { mapNote } from "../map/notes.ts";
import { orderIdOf } from "../orders/get-order.ts";
import { wooNoteSchema } from "../schemas/woo-note.ts";

/**
 * Writes a note on the order. WooCommerce mails a note that the customer may see to the customer.
 *
 * @throws AskonceError `ORDER_NOT_FOUND`, `ADAPTER_FORBIDDEN` for a key without write permission
 */
export async function addNote(
  client: WooClient,
  ref: SourceRef,
  note: { text: string; visibleToCustomer: boolean },
  adapterId: string,
  context: AdapterContext,
): Promise<OrderNote> {
  const id = orderIdOf(ref, adapterId);
  if (id === null) throw new AskonceError("ORDER_NOT_FOUND");
  try {
    const { body } = await client.post(
      `orders/${id}/notes`,
      { note: escapeHtml(note.text), customer_note: note.visibleToCustomer },
      context,
    );
    const added = mapNote(readVendorResponse(wooNoteSchema, body, "note"));
    if (added === null) throw new AskonceError("ADAPTER_BAD_RESPONSE", { message: "The shop's answer does not hold the note" });
    return added;
  } catch (error) {
    const isMissing = AskonceError.is(error, "ADAPTER_REJECTED") && error.details.status === 404;
    throw isMissing ? new AskonceError("ORDER_NOT_FOUND") : error;
  }
}

/** WooCommerce keeps notes as HTML and shows them as such: what a person typed must stay text. */
function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
