import type { Context } from "@askonce/spec";
import { delivered, lateSplit } from "./contexts.ts";
import { incident, lateness, parcelDelivery, promise, source } from "./deliveries.ts";
import { checkpoint, contextOrder, lineItem, order, parcel, ron, ticket } from "./parts.ts";

const bag = { items: [lineItem("z1", "Rucsac urban", 1, ron(18900)), lineItem("z2", "Trusă de călătorie", 1, ron(9900))], total: ron(28800) };

/**
 * The shop says delivered, the courier that it is on the van; one number stands for two boxes, of which one has arrived; and scans that do
 * not count.
 */
export const contradictory: Context = {
  ...lateSplit,
  ticket: ticket(410, "Apare livrat, dar am primit doar o cutie"),
  facts: [],
  otherOrders: [],
  otherOrdersCount: 0,
  order: contextOrder(
    order("10533", {
      ...bag,
      fulfillmentStatus: "fulfilled",
      parcels: [
        parcel("c_1", {
          status: "out_for_delivery",
          rawStatus: "În livrare la curier",
          shippedAt: "2026-11-19T14:10:00Z",
          estimatedAt: "2026-11-23T12:00:00Z",
          lastScanAt: "2026-11-21T06:20:00Z",
          checkpoints: [
            checkpoint("cc5", "2026-12-21T06:20:00Z", "delivered", { text: "Livrat", city: "Oradea" }),
            checkpoint("cc4", "2026-11-21T08:00:00Z", "unknown", { text: "Colet reambalat la hub", rawStatus: "117", city: "Oradea" }),
            checkpoint("cc3", "2026-11-21T06:20:00Z", "out_for_delivery", { text: "Încărcat pentru livrare.", rawStatus: "33", city: "Oradea" }),
            checkpoint("cc2", "2026-11-20T22:00:00Z", "in_transit", { text: "Ajuns în depozit.", city: "Oradea" }),
            checkpoint("cc1", "2025-03-02T10:00:00Z", "delivered", { text: "Livrat cu succes", rawStatus: "9", city: "Galați" }),
          ],
        }),
      ],
    }),
    {
      evidence: [{ kind: "orderNumber", detail: "10533", messageId: "msg_1", at: "2026-11-21T09:48:00Z" }],
      delivery: {
        status: "out_for_delivery",
        parcels: [
          parcelDelivery("c_1", {
            lateness: lateness("at_risk", { promiseId: "prm_1", dueAt: "2026-11-22T21:59:59Z", risk: "carrier_estimate" }),
            contradictory: true,
            sources: [
              source("sameday", "out_for_delivery", { rawStatus: "33", at: "2026-11-21T06:20:00Z" }),
              source("woocommerce", "delivered", { by: "storefront", rawStatus: "livrat", at: "2026-11-20T18:00:00Z", problem: "TIMED_OUT" }),
            ],
            pieces: [
              {
                trackingNumber: "1ONBLN207683519001",
                status: "delivered",
                leg: "forward",
                rawStatus: "9",
                lastScanAt: "2026-11-20T16:02:00Z",
                deliveredAt: "2026-11-20T16:02:00Z",
              },
              {
                trackingNumber: "1ONBLN207683519002",
                status: "out_for_delivery",
                leg: "forward",
                rawStatus: "33",
                lastScanAt: "2026-11-21T06:20:00Z",
                deliveredAt: null,
              },
            ],
            exceptions: [{ kind: "partial_delivery", by: "derived", since: "2026-11-20T16:02:00Z", clearedAt: null }],
            uncounted: [
              { checkpointId: "cc5", reason: "future" },
              { checkpointId: "cc4", reason: "unknown_code" },
              { checkpointId: "cc1", reason: "before_order" },
            ],
            nextCheckAt: "2026-11-21T10:20:00Z",
          }),
        ],
        promises: [promise("prm_1", { dueAt: "2026-11-22T21:59:59Z", dueDate: "2026-11-22", orderRef: "woocommerce:10533" })],
        incidents: [],
        storms: [],
      },
    },
  ),
};

/** Late at the locker, waiting there, and the time to collect it is our assumption. */
export const inLocker: Context = {
  ...lateSplit,
  ticket: ticket(411, "Cod easybox"),
  facts: [],
  otherOrders: [],
  otherOrdersCount: 0,
  order: contextOrder(
    order("10540", {
      ...bag,
      fulfillmentStatus: "fulfilled",
      parcels: [
        parcel("l_1", {
          status: "ready_for_pickup",
          rawStatus: "Disponibil în easybox",
          shippedAt: "2026-11-17T14:10:00Z",
          lastScanAt: "2026-11-20T07:00:00Z",
          checkpoints: [
            checkpoint("lc3", "2026-11-20T07:00:00Z", "ready_for_pickup", { text: "Coletul te așteaptă în easybox.", city: "Iași" }),
            checkpoint("lc2", "2026-11-18T02:00:00Z", "in_transit", { city: "Bacău" }),
            checkpoint("lc1", "2026-11-17T15:00:00Z", "handed_over", { city: "București" }),
          ],
        }),
      ],
    }),
    {
      delivery: {
        status: "ready_for_pickup",
        parcels: [
          parcelDelivery("l_1", {
            exceptions: [{ kind: "locker_ready", by: "carrier", since: "2026-11-20T07:00:00Z", clearedAt: null }],
            lateness: lateness("delivered_late", {
              promiseId: "prm_1",
              dueAt: "2026-11-18T21:59:59Z",
              lateByMs: 118_801_000,
              stoppedAt: "2026-11-20T07:00:00Z",
            }),
            sources: [source("sameday", "ready_for_pickup", { rawStatus: "78" })],
            pickup: { name: "easybox Gara Iași", until: "2026-11-22T07:00:00Z", untilAssumed: true },
          }),
        ],
        promises: [promise("prm_1", { state: "broken", settledAt: "2026-11-18T22:00:00Z" })],
        incidents: [
          incident("inc_9", "pickup_expiring", {
            state: "suspected",
            severity: 1,
            parcelId: "l_1",
            openedAt: "2026-11-21T07:00:00Z",
            evidence: [
              {
                by: "derived",
                at: "2026-11-21T07:00:00Z",
                code: "pickup_ends_soon",
                values: { until: "2026-11-22T07:00:00Z", assumed: 1 },
                text: null,
              },
            ],
          }),
        ],
        storms: [],
      },
    },
  ),
};

/** Delivered one day after the promised one, and reported as broken. */
export const deliveredLate: Context = {
  ...delivered,
  ticket: ticket(412, "Arrived broken", { language: "en" }),
  order: delivered.order && {
    ...delivered.order,
    delivery: {
      status: "delivered",
      parcels: [
        parcelDelivery("s-p1", {
          exceptions: [{ kind: "damaged", by: "customer", since: "2026-11-21T09:00:00Z", clearedAt: null }],
          lateness: lateness("delivered_late", {
            promiseId: "prm_1",
            dueAt: "2026-11-02T22:59:59Z",
            lateByMs: 38_461_000,
            stoppedAt: "2026-11-03T09:41:00Z",
          }),
        }),
      ],
      promises: [
        promise("prm_1", {
          madeBy: "shopify",
          dueAt: "2026-11-02T22:59:59Z",
          dueDate: "2026-11-02",
          zone: "Europe/Rome",
          state: "broken",
          settledAt: "2026-11-02T23:00:00Z",
        }),
      ],
      incidents: [incident("inc_7", "damaged", { severity: 3, parcelId: "s-p1", openedAt: "2026-11-21T09:00:00Z" })],
      storms: [],
    },
  },
};
