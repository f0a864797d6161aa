import assert from "node:assert/strict";
import type { Checkpoint, TrackedParcel } from "@askonce/spec";
import type { CourierParcel } from "../courier/courier-parcel.ts";
import { courierScriptNames, courierScripts } from "../courier/courier-scripts.ts";
import type { CarrierCaseDefinition } from "./carrier-case.ts";
import type { CarrierSession } from "./carrier-session.ts";
import { wordsIn } from "./courier-words.ts";
import { assertSoundParcel } from "./sound-parcel.ts";

const hourMs = 3_600_000;

/** Of every script one parcel whose life is over, without those of which the courier says nothing at all. */
function oldParcels(session: CarrierSession): CourierParcel[] {
  return courierScriptNames
    .map((script) => session.add(script, Math.max(...courierScripts[script].steps.map((step) => step.hours)) + 2))
    .filter((parcel) => session.audible(parcel).length > 0);
}

function idsOf(checkpoints: readonly Checkpoint[]): string[] {
  return checkpoints.map((checkpoint) => checkpoint.id);
}

function whatHappened(tracked: TrackedParcel): string[] {
  return tracked.checkpoints.map((checkpoint) => `${checkpoint.at} ${checkpoint.status} ${checkpoint.rawStatus}`).toSorted();
}

export const trackingCases: readonly CarrierCaseDefinition[] = [
  {
    name: "not-found",
    group: "tracking",
    title: "A number the courier does not know is null, not an error",
    check: async (session) => {
      session.add("on_time", 10);
      assert.equal(await session.adapter.track(session.unusedNumber(), session.context()), null);
    },
  },
  {
    name: "every-parcel-is-sound",
    group: "tracking",
    title: "Every answer fits the port: newest first, ids once each, UTC, the way back told apart",
    check: async (session) => {
      for (const parcel of oldParcels(session)) {
        const tracked = await session.track(parcel);
        assertSoundParcel(tracked);
        assert.equal(tracked.trackingNumber, parcel.trackingNumber, "trackingNumber");
      }
    },
  },
  {
    name: "same-read-twice",
    group: "tracking",
    title: "The same parcel read twice is deep-equal",
    check: async (session) => {
      for (const parcel of oldParcels(session)) assert.deepEqual(await session.track(parcel), await session.track(parcel));
    },
  },
  {
    name: "ids-stay",
    group: "tracking",
    title: "A checkpoint keeps its id when newer ones come",
    check: async (session) => {
      const parcel = session.add("delivered_then_returning", 28);
      const before = await session.track(parcel);
      session.clock.advance(100 * hourMs);
      const after = await session.track(parcel);
      assert.ok(after.checkpoints.length > before.checkpoints.length, "the parcel moved");
      for (const checkpoint of before.checkpoints) {
        const same = after.checkpoints.find((each) => each.id === checkpoint.id);
        assert.equal(same?.at, checkpoint.at, "the checkpoint is there again, under its id");
      }
    },
  },
  {
    name: "words-are-kept",
    group: "tracking",
    title: "rawStatus, text and city stand in the courier's answer as they are given out",
    check: async (session) => {
      for (const parcel of oldParcels(session)) {
        session.network.forgetBodies();
        const tracked = await session.track(parcel);
        const said = wordsIn(session.network.bodies());
        for (const { rawStatus, text, city } of tracked.checkpoints) {
          assert.ok(rawStatus !== null || text !== null, "a checkpoint has the courier's code or sentence");
          for (const word of [rawStatus, text, city]) assert.ok(word === null || said.has(word), `"${word}" is the courier's own word`);
        }
        assert.ok(tracked.rawStatus === null || said.has(tracked.rawStatus), "rawStatus of the parcel is the courier's own word");
      }
    },
  },
  {
    name: "times-around-the-clock-change",
    group: "tracking",
    title: "Times in summer, in winter and in the hours of the clock change are the right instants",
    check: async (session) => {
      const parcel = session.add("on_time", 40);
      const instants = ["2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "2026-07-10T12:00:00Z", "2026-10-25T00:30:00Z"];
      for (const at of instants) session.world.say(parcel.trackingNumber, "at_hub", at);
      // The repeated hour for the second time: without an offset nobody can tell, so the earlier one may be taken and said to be.
      session.world.say(parcel.trackingNumber, "left_hub", "2026-10-25T01:30:00Z");
      const { checkpoints } = await session.track(parcel);
      for (const at of instants) assert.ok(hasTime(checkpoints, Date.parse(at)), `there is a checkpoint at ${at}`);
      const second = Date.parse("2026-10-25T01:30:00Z");
      const isTaken = checkpoints.some((each) => Date.parse(each.at) === second - hourMs && each.assumed?.includes("ambiguous_hour"));
      assert.ok(hasTime(checkpoints, second) || isTaken, "the repeated hour is right, or said to be assumed");
    },
  },
  {
    name: "unknown-code",
    group: "tracking",
    title: "A code nobody has heard of is unknown, keeps its word, is reported and throws nothing",
    check: async (session) => {
      const parcel = session.add("on_time", 10);
      const before = await session.track(parcel);
      session.world.spoil(parcel.trackingNumber, "unknown_code");
      const tracked = await session.track(parcel);
      assertSoundParcel(tracked);
      assert.ok(
        [before.status, "unknown"].includes(tracked.status),
        `the status is unknown or stays ${before.status}, not ${tracked.status}`,
      );
      assert.ok(tracked.unknownCodes.length > 0, "the code is among unknownCodes");
      const newest = tracked.checkpoints[0];
      assert.equal(newest?.status, "unknown", "the checkpoint's status");
      assert.ok(newest.rawStatus !== null || newest.text !== null, "the word is kept");
      assert.deepEqual(newest.exceptions, [], "no exception is made up");
    },
  },
  {
    name: "out-of-order-list",
    group: "tracking",
    title: "A list in another order says the same, and lowers nothing",
    check: async (session) => {
      for (const script of ["on_time", "returned_refused"] as const) {
        const parcel = session.add(script, 80);
        const before = await session.track(parcel);
        session.world.spoil(parcel.trackingNumber, "out_of_order");
        const tracked = await session.track(parcel);
        assertSoundParcel(tracked);
        assert.deepEqual([tracked.status, tracked.leg, tracked.statusAt], [before.status, before.leg, before.statusAt]);
        assert.deepEqual(idsOf(tracked.checkpoints), idsOf(before.checkpoints), "the checkpoints");
      }
    },
  },
  {
    name: "duplicate-events",
    group: "tracking",
    title: "An event that is listed twice is one checkpoint",
    check: async (session) => {
      const parcel = session.add("failed_attempt_then_delivered", 60);
      const before = await session.track(parcel);
      session.world.spoil(parcel.trackingNumber, "duplicate_events");
      const tracked = await session.track(parcel);
      assertSoundParcel(tracked);
      assert.deepEqual(tracked, before);
    },
  },
  {
    name: "missing-fields",
    group: "tracking",
    title: "What the courier leaves out is null, and the rest is read",
    check: async (session) => {
      const parcel = session.add("on_time", 40);
      const before = await session.track(parcel);
      session.world.spoil(parcel.trackingNumber, "missing_field");
      const tracked = await session.track(parcel);
      assertSoundParcel(tracked);
      assert.equal(tracked.checkpoints[0]?.city ?? null, null, "city");
      assert.deepEqual(whatHappened(tracked), whatHappened(before), "the events");
    },
  },
  {
    name: "future-event",
    group: "tracking",
    title: "An event from the future is given out with its time, whoever counts it",
    check: async (session) => {
      const parcel = session.add("on_time", 10);
      session.world.spoil(parcel.trackingNumber, "future_event");
      const tracked = await session.track(parcel);
      assertSoundParcel(tracked);
      assert.ok(Date.parse(tracked.checkpoints[0]?.at ?? "") > session.clock.now(), "it is the newest checkpoint");
    },
  },
  {
    name: "handed-back-is-returned",
    group: "tracking",
    title: "Delivered on the way back is returned",
    check: async (session) => {
      if (session.harness.silentKinds.includes("returned")) return;
      for (const script of ["returned_refused", "delivered_then_returning", "locker_expired"] as const) {
        const tracked = await session.track(session.add(script, 200));
        assert.deepEqual([tracked.status, tracked.leg], ["returned", "return"], script);
      }
    },
  },
  {
    name: "border-and-hub-are-not-delivered",
    group: "tracking",
    title: "At a hub or a border a parcel is on its way, however near the courier's codes lie",
    check: async (session) => {
      for (const hours of [7, 10, 13]) {
        const tracked = await session.track(session.add("customs_hold", hours));
        assert.equal(tracked.status, "in_transit", `${hours} hours after it was handed over`);
        assert.equal(tracked.deliveredAt, null, "deliveredAt");
      }
    },
  },
  {
    name: "pieces-of-a-split-number",
    group: "tracking",
    title: "Of a number for two pieces each has its own status, and the number is not delivered while one is under way",
    check: async (session) => {
      const tracked = await session.track(session.add("split_in_two", 40));
      assertSoundParcel(tracked);
      assert.equal(tracked.pieces.length, 2, "two pieces");
      assert.equal(new Set(tracked.pieces.map((piece) => piece.trackingNumber)).size, 2, "each with its own number");
      assert.deepEqual(tracked.pieces.map((piece) => piece.status).toSorted(), ["delivered", "in_transit"]);
      assert.notEqual(tracked.status, "delivered", "the status of the number");
      const whole = await session.track(session.add("on_time", 40));
      assert.deepEqual(whole.pieces, [], "a number for one piece has none");
    },
  },
  {
    name: "estimates-verbatim",
    group: "tracking",
    title: "The courier's day or window is given with its own writing",
    check: async (session) => {
      session.network.forgetBodies();
      const parcel = session.add("on_time", 10);
      const { estimates } = await session.track(parcel);
      assert.ok(estimates.length > 0, "there is an estimate");
      const answer = session.network.bodies().join("\n");
      for (const { original, date, until } of estimates) {
        for (const part of original.split(/\s+/)) assert.ok(answer.includes(part), "original is the courier's writing");
        const day = date ?? localDay(until ?? "", parcel.zone);
        assert.equal(day, parcel.bookedDate, "the day");
      }
    },
  },
];

function hasTime(checkpoints: readonly Checkpoint[], atMs: number): boolean {
  return checkpoints.some((checkpoint) => Date.parse(checkpoint.at) === atMs);
}

function localDay(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date(instant));
}
