import type { CourierEventKind } from "./courier-event.ts";

/** A step of a parcel's life: hours after it was handed over, where, and which piece when not all of them. */
export interface ScriptedStep {
  kind: CourierEventKind;
  hours: number;
  place: "origin" | "hub" | "border" | "destination";
  piece?: number;
}

/** A named life of a parcel. */
export interface CourierLife {
  title: string;
  pieces: number;
  steps: readonly ScriptedStep[];
}

const at = (kind: CourierEventKind, hours: number, place: ScriptedStep["place"]): ScriptedStep => ({ kind, hours, place });
const of = (piece: number, step: ScriptedStep): ScriptedStep => ({ ...step, piece });

const sent = [at("registered", -4, "origin"), at("picked_up", 0, "origin")];
const travelled = [...sent, at("at_hub", 6, "hub"), at("left_hub", 9, "hub")];
const loaded = [...travelled, at("out_for_delivery", 22, "destination")];
const delivered = [...loaded, at("delivered", 27, "destination")];
const sentBack = (hours: number): ScriptedStep[] => [
  at("return_started", hours, "destination"),
  at("return_in_transit", hours + 14, "hub"),
  at("returned", hours + 38, "origin"),
];

/** Three years before the same number is given out again, in hours. */
const reusedAfterHours = 3 * 365 * 24;

const lives = {
  on_time: { title: "Delivered on the day after", pieces: 1, steps: delivered },
  late: {
    title: "Moves all the time, and is delivered six days after the booked day",
    pieces: 1,
    steps: [
      ...sent,
      at("at_hub", 6, "hub"),
      at("left_hub", 54, "hub"),
      at("at_hub", 78, "destination"),
      at("out_for_delivery", 166, "destination"),
      at("delivered", 171, "destination"),
    ],
  },
  stalled: {
    title: "No scan for eight days, then it goes on",
    pieces: 1,
    steps: [
      ...travelled,
      at("at_hub", 200, "destination"),
      at("out_for_delivery", 222, "destination"),
      at("delivered", 226, "destination"),
    ],
  },
  lost: { title: "The courier gives it up", pieces: 1, steps: [...travelled, at("lost", 240, "hub")] },
  damaged: {
    title: "Broken on the way, held and delivered; most couriers have no word for it",
    pieces: 1,
    steps: [
      ...sent,
      at("at_hub", 6, "hub"),
      at("damaged", 20, "hub"),
      at("held", 21, "hub"),
      at("out_for_delivery", 46, "destination"),
      at("delivered", 50, "destination"),
    ],
  },
  returned_refused: {
    title: "Refused at the door and brought back",
    pieces: 1,
    steps: [...loaded, at("refused", 25, "destination"), ...sentBack(26)],
  },
  failed_attempt_then_delivered: {
    title: "Nobody at home, delivered on the day after",
    pieces: 1,
    steps: [
      ...loaded,
      at("attempt_failed", 26, "destination"),
      at("at_hub", 32, "destination"),
      at("out_for_delivery", 46, "destination"),
      at("delivered", 50, "destination"),
    ],
  },
  locker_ready_then_collected: {
    title: "Put into a locker and taken out",
    pieces: 1,
    steps: [...travelled, at("ready_for_pickup", 24, "destination"), at("collected", 40, "destination")],
  },
  locker_expired: {
    title: "Put into a locker, not taken out, brought back",
    pieces: 1,
    steps: [...travelled, at("ready_for_pickup", 24, "destination"), at("pickup_expired", 72, "destination"), ...sentBack(74)],
  },
  split_in_two: {
    title: "One number, two pieces; one is delivered, the other stays behind",
    pieces: 2,
    steps: [
      ...travelled,
      of(0, at("out_for_delivery", 22, "destination")),
      of(0, at("delivered", 27, "destination")),
      of(1, at("at_hub", 30, "destination")),
    ],
  },
  customs_hold: {
    title: "Crosses a border, waits for customs for two days, is delivered",
    pieces: 1,
    steps: [
      ...travelled,
      at("border", 12, "border"),
      at("customs_hold", 20, "border"),
      at("at_hub", 68, "destination"),
      at("out_for_delivery", 94, "destination"),
      at("delivered", 98, "destination"),
    ],
  },
  delivered_then_returning: { title: "Delivered, and sent back by the buyer", pieces: 1, steps: [...delivered, ...sentBack(75)] },
  number_reused: {
    title: "Somebody else's parcel had the number three years before",
    pieces: 1,
    steps: [...delivered.map((step) => ({ ...step, hours: step.hours - reusedAfterHours })), ...delivered],
  },
  silent: { title: "A label, and nothing more", pieces: 1, steps: [at("registered", -4, "origin")] },
  redirected: {
    title: "Redirected by the buyer to a locker on the way",
    pieces: 1,
    steps: [
      ...travelled,
      at("redirected", 20, "destination"),
      at("ready_for_pickup", 30, "destination"),
      at("collected", 48, "destination"),
    ],
  },
} satisfies Record<string, CourierLife>;

export type CourierScript = keyof typeof lives;

/** The lives a parcel can have, with their steps in the order of time. */
export const courierScripts: Readonly<Record<CourierScript, CourierLife>> = lives;

export const courierScriptNames = Object.keys(lives) as readonly CourierScript[];
