import assert from "node:assert/strict";
import type { CarrierCaseDefinition } from "./carrier-case.ts";
import type { CarrierSession } from "./carrier-session.ts";
import { assertSoundParcel } from "./sound-parcel.ts";

type Batches = NonNullable<CarrierSession["adapter"]["batches"]>;

function batchesOf(session: CarrierSession): Batches {
  assert.ok(session.adapter.batches, "The adapter has no batches. Skip the group with a reason.");
  return session.adapter.batches;
}

export const batchCases: readonly CarrierCaseDefinition[] = [
  {
    name: "batch-equals-single",
    group: "batches",
    title: "Several numbers at once give what each gives alone",
    check: async (session) => {
      const batches = batchesOf(session);
      const scripts = (["on_time", "late", "returned_refused", "locker_ready_then_collected", "silent"] as const).slice(0, batches.size);
      // Of a label that the courier has no word for it may say that there is no such number.
      const parcels = scripts.map((script) => session.add(script, 30)).filter((parcel) => session.audible(parcel).length > 0);
      const alone = [];
      for (const parcel of parcels) alone.push(await session.track(parcel));
      const together = await batches.track(
        parcels.map((parcel) => parcel.trackingNumber),
        session.context(),
      );
      for (const each of together) assertSoundParcel(each);
      const byNumber = new Map(together.map((each) => [each.trackingNumber, each]));
      assert.equal(together.length, parcels.length, "each number once");
      for (const each of alone) assert.deepEqual(byNumber.get(each.trackingNumber), each);
    },
  },
  {
    name: "batch-leaves-out-unknown",
    group: "batches",
    title: "A number the courier does not know is not in the answer, and hides no other one",
    check: async (session) => {
      const parcel = session.add("on_time", 30);
      const found = await batchesOf(session).track([session.unusedNumber(), parcel.trackingNumber], session.context());
      assert.deepEqual(
        found.map((each) => each.trackingNumber),
        [parcel.trackingNumber],
      );
    },
  },
  {
    name: "batch-is-one-request",
    group: "batches",
    title: "A full batch costs no more requests than one number",
    check: async (session) => {
      const batches = batchesOf(session);
      const parcels = Array.from({ length: Math.min(batches.size, 10) }, () => session.add("on_time", 30));
      const numbers = parcels.map((parcel) => parcel.trackingNumber);
      // Signing in, and registering where that is asked for, is done once before.
      await batches.track(numbers, session.context());
      const before = session.network.requestCount();
      await batches.track(numbers, session.context());
      const requests = session.network.requestCount() - before;
      assert.ok(requests <= 2, `${requests} requests for ${numbers.length} numbers`);
    },
  },
  {
    name: "batch-of-nothing",
    group: "batches",
    title: "No numbers: no parcels, and nothing is asked",
    check: async (session) => {
      assert.deepEqual(await batchesOf(session).track([], session.context()), []);
      assert.equal(session.network.requestCount(), 0, "no request is made");
    },
  },
];
