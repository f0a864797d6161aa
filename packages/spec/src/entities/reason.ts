import * as z from "zod";

/** Why the customer wrote. The taxonomy is closed so that numbers stay comparable; the shop's own words go into tags. */
export const reasonSchema = z
  .enum([
    "order_status",
    "late",
    "lost",
    "damaged",
    "missing_item",
    "wrong_item",
    "not_received",
    "cancel",
    "change_address",
    "change_order",
    "return",
    "refund_status",
    "invoice",
    "payment",
    "discount",
    "product_question",
    "availability",
    "account",
    "complaint",
    "praise",
    "other",
  ])
  .meta({ id: "Reason" });
export type Reason = z.infer<typeof reasonSchema>;

/** How a matter ended. */
export const outcomeSchema = z
  .enum(["answered", "delivered", "refunded", "replaced", "credited", "returned", "cancelled", "refused", "abandoned", "duplicate"])
  .meta({ id: "Outcome" });
export type Outcome = z.infer<typeof outcomeSchema>;
