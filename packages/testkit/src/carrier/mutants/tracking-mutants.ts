import { AskonceError, type Checkpoint, type DeliveryException, type DeliveryStatus, type TrackedParcel } from "@askonce/spec";
import { type CarrierMutant, changingCheckpoints, changingParcels, tracking, type Wrap } from "./carrier-mutant.ts";

const hourMs = 3_600_000;

/** Whatever the last event in the list says, without a look at its time. */
function lastInTheList(parcel: TrackedParcel): TrackedParcel {
  const { checkpoints } = parcel;
  const last = checkpoints.find((checkpoint) => checkpoint.status === "delivered") ?? checkpoints[0];
  if (last === undefined) return parcel;
  return { ...parcel, status: last.status, leg: last.leg, rawStatus: last.rawStatus, statusAt: last.at, deliveredAt: last.at };
}

function movedBy(hours: number): (checkpoint: Checkpoint) => Checkpoint {
  return (checkpoint) => ({ ...checkpoint, at: new Date(Date.parse(checkpoint.at) + hours * hourMs).toISOString() });
}

function calling(from: DeliveryStatus, to: DeliveryStatus): Wrap {
  return changingParcels((parcel) => ({
    ...parcel,
    status: parcel.status === from ? to : parcel.status,
    leg: parcel.status === from ? "forward" : parcel.leg,
    deliveredAt: parcel.status === from && to === "delivered" ? parcel.statusAt : parcel.deliveredAt,
  }));
}

function forgetting(exception: DeliveryException): Wrap {
  return changingParcels((parcel) => ({ ...parcel, exceptions: parcel.exceptions.filter((each) => each !== exception) }));
}

let made = 0;

export const trackingMutants: readonly CarrierMutant[] = [
  {
    name: "believes any delivery there ever was",
    caughtBy: ["life-number-reused", "life-delivered-then-returning"],
    wrap: changingParcels(lastInTheList),
  },
  {
    name: "calls handed back delivered",
    caughtBy: ["handed-back-is-returned", "life-returned-refused", "life-locker-expired", "life-delivered-then-returning"],
    wrap: calling("returned", "delivered"),
  },
  {
    name: "calls a border delivered",
    caughtBy: ["border-and-hub-are-not-delivered", "life-customs-hold"],
    wrap: changingParcels((parcel) =>
      parcel.rawStatus === "border" ? { ...parcel, status: "delivered", deliveredAt: parcel.statusAt } : parcel,
    ),
  },
  {
    name: "calls a hub delivered",
    caughtBy: ["border-and-hub-are-not-delivered", "life-on-time", "life-late", "life-stalled"],
    wrap: calling("in_transit", "delivered"),
  },
  { name: "does not know that a label is no parcel", caughtBy: ["life-silent"], wrap: calling("label_created", "in_transit") },
  { name: "hides a failed attempt", caughtBy: ["life-failed-attempt-then-delivered"], wrap: calling("delivery_attempted", "in_transit") },
  {
    name: "calls what waits in a locker delivered",
    caughtBy: ["life-locker-ready-then-collected", "life-redirected"],
    wrap: calling("ready_for_pickup", "delivered"),
  },
  { name: "forgets that it was damaged", caughtBy: ["life-damaged"], wrap: forgetting("damaged") },
  { name: "forgets that it was lost", caughtBy: ["life-lost"], wrap: forgetting("lost") },
  { name: "forgets customs", caughtBy: ["life-customs-hold"], wrap: forgetting("customs_hold") },
  {
    name: "reads local times as UTC",
    caughtBy: ["life-on-time", "times-around-the-clock-change"],
    wrap: changingCheckpoints(movedBy(2)),
  },
  {
    name: "knows winter time only",
    caughtBy: ["times-around-the-clock-change"],
    wrap: changingCheckpoints((checkpoint) => {
      const isSummer = checkpoint.at > "2026-03-29T01" && checkpoint.at < "2026-10-25T01";
      return isSummer ? movedBy(1)(checkpoint) : checkpoint;
    }),
  },
  {
    name: "lists oldest first",
    caughtBy: ["every-parcel-is-sound", "life-on-time"],
    wrap: changingParcels((parcel) => ({ ...parcel, checkpoints: parcel.checkpoints.toReversed() })),
  },
  {
    name: "numbers its checkpoints by their place",
    caughtBy: ["ids-stay"],
    wrap: changingCheckpoints((checkpoint, index) => ({ ...checkpoint, id: `checkpoint-${index}` })),
  },
  {
    name: "makes new ids with each reading",
    caughtBy: ["same-read-twice", "ids-stay"],
    wrap: changingCheckpoints((checkpoint) => ({ ...checkpoint, id: `checkpoint-${++made}` })),
  },
  {
    name: "tidies the courier's words",
    caughtBy: ["words-are-kept"],
    wrap: changingCheckpoints((checkpoint) => ({ ...checkpoint, text: checkpoint.text?.toUpperCase() ?? null })),
  },
  {
    name: "translates the courier's code",
    caughtBy: ["words-are-kept"],
    wrap: changingParcels((parcel) => ({ ...parcel, rawStatus: `status ${parcel.rawStatus}` })),
  },
  {
    name: "throws at a code it does not know",
    caughtBy: ["unknown-code", "changes-unknown-code", "webhook-unknown-code"],
    wrap: changingParcels((parcel) => {
      if (parcel.unknownCodes.length > 0) throw new RangeError("unexpected code");
      return parcel;
    }),
  },
  {
    name: "takes a code it does not know for a delivery",
    caughtBy: ["unknown-code"],
    wrap: changingParcels((parcel) =>
      parcel.unknownCodes.length > 0 ? { ...parcel, status: "delivered", deliveredAt: parcel.statusAt } : parcel,
    ),
  },
  {
    name: "does not report the codes it does not know",
    caughtBy: ["unknown-code", "webhook-unknown-code"],
    wrap: changingParcels((parcel) => ({ ...parcel, unknownCodes: [] })),
  },
  {
    name: "leaves out events it does not know",
    caughtBy: ["unknown-code", "changes-unknown-code"],
    wrap: changingParcels((parcel) => ({
      ...parcel,
      checkpoints: parcel.checkpoints.filter((checkpoint) => checkpoint.status !== "unknown"),
    })),
  },
  {
    name: "keeps the order of the list",
    caughtBy: ["out-of-order-list", "future-event"],
    wrap: changingParcels((parcel) => ({ ...parcel, checkpoints: [...parcel.checkpoints.slice(1), ...parcel.checkpoints.slice(0, 1)] })),
  },
  {
    name: "keeps events that are listed twice",
    caughtBy: ["duplicate-events", "every-parcel-is-sound"],
    wrap: changingParcels((parcel) => ({ ...parcel, checkpoints: parcel.checkpoints.flatMap((each) => [each, each]) })),
  },
  {
    name: "cannot do without a place",
    caughtBy: ["missing-fields"],
    wrap: changingCheckpoints((checkpoint) => {
      if (checkpoint.city === null) throw new AskonceError("ADAPTER_BAD_RESPONSE");
      return checkpoint;
    }),
  },
  {
    name: "drops what lies ahead",
    caughtBy: ["future-event"],
    wrap: tracking((track) => async (number, context) => {
      const parcel = await track(number, context);
      const past = parcel?.checkpoints.filter((checkpoint) => Date.parse(checkpoint.at) <= context.clock.now());
      return parcel === null ? null : { ...parcel, checkpoints: past ?? [] };
    }),
  },
  {
    name: "knows nothing of pieces",
    caughtBy: ["pieces-of-a-split-number"],
    wrap: changingParcels((parcel) => ({ ...parcel, pieces: [] })),
  },
  {
    name: "calls a number delivered when one piece is",
    caughtBy: ["pieces-of-a-split-number"],
    wrap: changingParcels((parcel) => {
      const piece = parcel.pieces.find((each) => each.status === "delivered");
      return piece === undefined ? parcel : { ...parcel, status: "delivered", deliveredAt: piece.deliveredAt };
    }),
  },
  {
    name: "writes the courier's window in its own way",
    caughtBy: ["estimates-verbatim"],
    wrap: changingParcels((parcel) => ({
      ...parcel,
      estimates: parcel.estimates.map((estimate) => ({ ...estimate, original: "tomorrow from 9 to 6" })),
    })),
  },
  {
    name: "gives the day before",
    caughtBy: ["estimates-verbatim"],
    wrap: changingParcels((parcel) => ({ ...parcel, estimates: parcel.estimates.map((each) => ({ ...each, date: "2026-11-20" })) })),
  },
  {
    name: "throws for a number that is not there",
    caughtBy: ["not-found"],
    wrap: tracking((track) => async (number, context) => {
      const parcel = await track(number, context);
      if (parcel === null) throw new AskonceError("NOT_FOUND");
      return parcel;
    }),
  },
];
