import assert from "node:assert/strict";
import type { CarrierCaseDefinition } from "./carrier-case.ts";
import type { CarrierSession } from "./carrier-session.ts";

type PickupPoints = NonNullable<CarrierSession["adapter"]["pickupPoints"]>;

function pointsOf(session: CarrierSession): PickupPoints {
  assert.ok(session.adapter.pickupPoints, "The adapter has no pickupPoints. Skip the group with a reason.");
  return session.adapter.pickupPoints;
}

export const pickupPointCases: readonly CarrierCaseDefinition[] = [
  {
    name: "pickup-point-found",
    group: "pickupPoints",
    title: "A pickup point has its name, place and opening hours as the port wants them",
    check: async (session) => {
      const id = session.harness.pickupPointId;
      assert.ok(id, "The harness names a pickup point");
      const point = await pointsOf(session).get(id, session.context());
      assert.ok(point, "the point is found");
      assert.equal(point.id, id, "id");
      for (const text of [point.name, point.address, point.city]) assert.ok(text.trim().length > 0, "name, address and city are not empty");
      assert.match(point.countryCode, /^[A-Z]{2}$/, "countryCode");
      for (const { day, opens, closes } of point.openingHours ?? []) {
        assert.ok(Number.isInteger(day) && day >= 1 && day <= 7, "days are 1 to 7");
        for (const time of [opens, closes]) assert.match(time, /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "hours are HH:MM");
      }
    },
  },
  {
    name: "pickup-point-not-found",
    group: "pickupPoints",
    title: "A pickup point that does not exist is null",
    check: async (session) => {
      assert.equal(await pointsOf(session).get("404404", session.context()), null);
    },
  },
];
