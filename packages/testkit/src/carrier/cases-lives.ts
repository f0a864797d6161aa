import assert from "node:assert/strict";
import type { TrackedParcel } from "@askonce/spec";
import type { CourierEvent } from "../courier/courier-event.ts";
import { type CourierScript, courierScriptNames, courierScripts } from "../courier/courier-scripts.ts";
import { kindMeanings } from "../courier/kind-meaning.ts";
import type { CarrierCaseDefinition } from "./carrier-case.ts";
import type { CarrierSession } from "./carrier-session.ts";
import { assertSoundParcel } from "./sound-parcel.ts";

/** Of a number with two pieces the courier decides what the number's own status is; it has a case of its own. */
const liveable = courierScriptNames.filter((script) => script !== "split_in_two");

/** In hours before it is handed over, so that the label is not there yet. */
const hoursBefore = 5;

export const lifeCases: readonly CarrierCaseDefinition[] = liveable.map((script) => ({
  name: `life-${script.replaceAll("_", "-")}`,
  group: "lives",
  title: `Followed from event to event: ${courierScripts[script].title}`,
  check: (session) => follow(session, script),
}));

async function follow(session: CarrierSession, script: CourierScript): Promise<void> {
  const parcel = session.add(script, -hoursBefore);
  for (const event of parcel.events) {
    if (Date.parse(event.at) <= session.clock.now()) continue;
    session.clock.advance(Date.parse(event.at) - session.clock.now() + 60_000);
    if (session.harness.silentKinds.includes(event.kind)) continue;
    const tracked = await session.track(parcel);
    assertSoundParcel(tracked);
    assertFollows(tracked, event);
    assertCheckpoints(tracked, session.audible(parcel));
  }
}

function assertFollows(tracked: TrackedParcel, event: CourierEvent): void {
  const meaning = kindMeanings[event.kind];
  if (meaning === null) return;
  const after = `after "${event.kind}"`;
  assert.ok(meaning.statuses.includes(tracked.status), `the status ${after} is ${meaning.statuses.join(" or ")}, not ${tracked.status}`);
  const leg = tracked.status === "returning" ? "return" : meaning.leg;
  assert.equal(tracked.leg, leg, `the leg ${after}`);
  assert.ok(tracked.rawStatus, `the courier's own word is kept ${after}`);
  assert.equal(minute(tracked.statusAt), minute(event.at), `statusAt ${after}`);
  if (tracked.status === "delivered") assert.equal(minute(tracked.deliveredAt), minute(event.at), `deliveredAt ${after}`);
  if (tracked.status === "returned") assert.notEqual(minute(tracked.deliveredAt), minute(event.at), "handed back is not delivered");
  if (meaning.exceptions.length > 0) {
    const found = tracked.exceptions.some((exception) => meaning.exceptions.includes(exception));
    assert.ok(found, `one of ${meaning.exceptions.join(", ")} is among the exceptions ${after}`);
  }
}

function assertCheckpoints({ checkpoints }: TrackedParcel, events: readonly CourierEvent[]): void {
  const times = new Set(checkpoints.map((checkpoint) => minute(checkpoint.at)));
  for (const event of events) assert.ok(times.has(minute(event.at)), `there is a checkpoint for "${event.kind}" at its time, in UTC`);
}

function minute(instant: string | null): number | null {
  return instant === null ? null : Math.floor(Date.parse(instant) / 60_000);
}
