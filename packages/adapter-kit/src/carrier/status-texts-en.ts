import type { StatusTextRules } from "./status-text.ts";

/** Own rules for what couriers write in English (evidence K: general knowledge). */
export const englishTexts: StatusTextRules = {
  statuses: [
    { pattern: /\b(undeliverable|cannot be delivered)\b/, status: "failed" },
    {
      pattern:
        /\b(not (been |yet )?delivered|undelivered|(could not|was not|unable to) (be )?deliver|delivery (attempt|failed|unsuccessful|was not)|attempted delivery|failed (to deliver|delivery)|unsuccessful(ly)? (delivery|attempt)|missed delivery|notice left)/,
      status: "delivery_attempted",
    },
    { pattern: /\bdamaged\b/, status: "on_hold" },
    { pattern: /\b(lost|destroyed)\b/, status: "failed" },
    { pattern: /\b(cancel+ed|voided)\b/, status: "cancelled" },
    { pattern: /\b(returned to (the )?(sender|shipper)|return (delivered|completed))/, status: "returned" },
    { pattern: /\b(return(ing)? to (the )?(sender|shipper)|being returned|return in progress)/, status: "returning" },
    { pattern: /\b(refused|rejected)\b/, status: "delivery_attempted" },
    {
      pattern: /\b((incorrect|wrong|incomplete|insufficient|invalid) address|address (is )?(incorrect|wrong|incomplete|unknown))/,
      status: "on_hold",
    },
    {
      pattern: /\b(cleared|released (by|from)|completed) customs|customs (clearance (completed|processing complete)|cleared)/,
      status: "in_transit",
    },
    { pattern: /\b(customs|on hold|held)\b/, status: "on_hold" },
    { pattern: /\bout for delivery\b/, status: "out_for_delivery" },
    // What is still to come is no delivery.
    { pattern: /\b(will|to|scheduled to|should|may) be (delivered|picked up|collected|returned)/, status: null },
    { pattern: /\b(ready|available|awaiting) (for )?(pick ?-?up|collection)\b/, status: "ready_for_pickup" },
    {
      pattern: /\b(delivered|arrived) (at|to|in) (the |a )?(\w+ )?(locker|parcel ?shop|pick ?-?up|service point)/,
      status: "ready_for_pickup",
    },
    { pattern: /\bdelivered to (the )?(courier|carrier|depot|hub|local post|partner)/, status: "in_transit" },
    { pattern: /\b(collected|picked up) by (the )?(recipient|customer|addressee|consignee)/, status: "delivered" },
    { pattern: /\bdelivered\b/, status: "delivered" },
    {
      pattern: /\b(in transit|departed|arrived|processed|sorted|on its way|en route|delayed|rescheduled|redirected)\b/,
      status: "in_transit",
    },
    { pattern: /\b(picked up|collected|accepted|handed over|received by (the )?(carrier|courier))\b/, status: "handed_over" },
    {
      pattern:
        /\b(label (created|printed)|(shipment|shipping|order) (information|info|data) (received|sent)|pre-?advice|electronically notified)/,
      status: "label_created",
    },
  ],
  exceptions: [
    { pattern: /\bundeliverable\b|\bcannot be delivered\b/, exception: "undeliverable" },
    { pattern: /\bdamaged\b/, unless: /\b(not|un)[ -]?damaged/, exception: "damaged" },
    { pattern: /\blost\b/, exception: "lost" },
    { pattern: /\bdestroyed\b/, exception: "destroyed" },
    { pattern: /\b(refused|rejected)\b/, exception: "refused" },
    { pattern: /\b(return(ing|ed)? to (the )?(sender|shipper)|being returned)/, exception: "returned_to_sender" },
    {
      pattern: /\b((incorrect|wrong|incomplete|insufficient|invalid) address|address (is )?(incorrect|wrong|incomplete|unknown))/,
      exception: "address_issue",
    },
    {
      pattern: /\b((recipient|customer|consignee|nobody|no one) (was )?(absent|not (at )?home|not available|unavailable|home))/,
      exception: "recipient_absent",
    },
    { pattern: /\bcustoms\b/, unless: /\bcleared|released|completed?\b/, exception: "customs_hold" },
    { pattern: /\bdelayed\b/, exception: "late" },
    { pattern: /\bweather\b/, exception: "weather_delay" },
    { pattern: /\brescheduled\b/, exception: "rescheduled" },
    { pattern: /\bredirected\b/, exception: "redirected" },
    { pattern: /\bdelivered (to|with) (a |the )?neighbou?r/, exception: "delivered_elsewhere" },
  ],
};
