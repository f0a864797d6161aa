import assert from "node:assert/strict";
import type { CaseDefinition } from "./case.ts";
import { orderCase } from "./cases-orders.ts";
import type { ExpectedOrder, ExpectedParcel } from "./expected-order.ts";

const onlyParcel = (expected: ExpectedOrder): ExpectedParcel | undefined =>
  expected.parcels?.length === 1 ? expected.parcels[0] : undefined;

export const parcelCases: readonly CaseDefinition[] = [
  orderCase("parcels", "order-delivered", "A delivered parcel is delivered, with its day and its tracking events", (expected) => {
    const parcel = onlyParcel(expected);
    return parcel?.status === "delivered" && typeof parcel.deliveredAt === "string" && (parcel.checkpointTexts?.length ?? 0) > 0;
  }),
  orderCase(
    "parcels",
    "order-late-in-transit",
    "Of a late parcel the promise, the estimate and the last scan are kept",
    (expected) => {
      const parcel = onlyParcel(expected);
      return typeof (parcel?.promisedAt ?? parcel?.estimatedAt) === "string" && typeof parcel?.lastScanAt === "string";
    },
    async (session, fixture) => {
      for (const parcel of (await session.read(fixture.ref)).parcels) {
        assert.notEqual(parcel.status, "delivered", "a late parcel is not delivered");
        assert.equal(parcel.deliveredAt, null, "a late parcel has no deliveredAt");
      }
    },
  ),
  orderCase(
    "parcels",
    "order-partly-shipped",
    "Of a partly shipped order it is known what is on its way",
    (expected) => expected.fulfillmentStatus !== undefined && (expected.parcels?.length ?? 0) > 0,
    async (session, fixture) => {
      const { fulfillmentStatus } = await session.read(fixture.ref);
      assert.ok(!["fulfilled", "unfulfilled"].includes(fulfillmentStatus), `fulfillmentStatus is "${fulfillmentStatus}" for a part`);
    },
  ),
  orderCase(
    "parcels",
    "order-split-shipments",
    "Each of several parcels is there, with its own state and its own items",
    (expected) => (expected.parcels?.length ?? 0) >= 2,
  ),
  orderCase("parcels", "order-at-pickup-point", "A parcel that waits at a pickup point is ready for pickup, not delivered", (expected) => {
    return onlyParcel(expected)?.status === "ready_for_pickup";
  }),
  orderCase(
    "parcels",
    "order-fulfilled-not-delivered",
    "What the shop calls fulfilled or completed is not delivered",
    (expected) => expected.parcels !== undefined && expected.parcels.length > 0,
    async (session, fixture) => {
      for (const parcel of (await session.read(fixture.ref)).parcels) {
        assert.notEqual(parcel.status, "delivered", "nobody said that it was delivered");
        assert.equal(parcel.deliveredAt, null, "nobody said when it was delivered");
        assert.equal(parcel.lastScanAt, null, "nothing was scanned");
      }
    },
  ),
];
