import type { Context } from "@askonce/spec";
import { lateSplit } from "./contexts.ts";
import { incident, parcelDelivery, promise, source, storm } from "./deliveries.ts";
import { checkpoint, contextOrder, fact, fixtureNow, lineItem, order, parcel, ron, ticket } from "./parts.ts";

const { customer } = lateSplit;
const address = lateSplit.order?.order.shippingAddress ?? null;
const longWord = "W".repeat(180);
const script = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>`;

/** Everything a vendor or a customer could write into a field to break or to deceive. */
export const hostile: Context = {
  ...lateSplit,
  ticket: ticket(666, script),
  customer: customer && { ...customer, customer: { ...customer.customer, name: `${script} \u202Eevil` } },
  order: contextOrder(
    order(`10482${script}`, {
      items: [lineItem("li_1", longWord, 1, ron(100), { variant: script, sku: longWord, attributes: [{ name: script, value: longWord }] })],
      customerNote: script,
      paymentMethod: "\u202Epayment",
      shippingAddress: address && { ...address, line1: longWord, name: script },
      notes: [{ id: "n", at: "2026-11-14T09:00:00Z", author: script, text: `${script}\n${longWord}`, visibleToCustomer: false }],
      adminUrl: "javascript:window.hacked=1",
      parcels: [
        parcel("p", {
          carrier: script,
          trackingNumber: longWord,
          trackingUrl: "javascript:window.hacked=1",
          rawStatus: script,
          checkpoints: [checkpoint("c", "2026-11-20T09:00:00Z", "in_transit", { text: script, city: longWord, rawStatus: script })],
          lastScanAt: "2026-11-20T09:00:00Z",
          shippedAt: "2026-11-19T09:00:00Z",
        }),
      ],
      gaps: [{ field: script, reason: "failed", remedy: script }],
    }),
    {
      evidence: [{ kind: "orderNumber", detail: script, messageId: null, at: fixtureNow }],
      delivery: {
        status: "in_transit",
        parcels: [
          parcelDelivery("p", {
            contradictory: true,
            sources: [source(script.slice(0, 60), "in_transit", { rawStatus: longWord }), source(longWord.slice(0, 60), "delivered", { problem: script })],
            pieces: [{ trackingNumber: longWord, status: "delivered", leg: "forward", rawStatus: script, lastScanAt: null, deliveredAt: null }],
            pickup: { name: script, until: fixtureNow, untilAssumed: true },
          }),
        ],
        promises: [promise("prm", { madeBy: script.slice(0, 120) })],
        incidents: [
          incident("inc", "lost", {
            trackingNumber: longWord,
            evidence: [
              { by: "carrier", at: fixtureNow, code: "constructor", values: { status: script }, text: longWord },
              { by: "carrier", at: fixtureNow, code: "carrier_status", values: { status: script }, text: script },
            ],
          }),
        ],
        storms: [{ ...storm, causeName: script }],
      },
    },
  ),
  facts: [fact("problem", script, { source: { kind: "message", ref: "m", excerpt: script } })],
};
