import type { AdapterContext, CarrierAdapterV1, Checkpoint, TrackedParcel } from "@askonce/spec";

/** The reference adapter with one thing broken, and the cases that have to notice. */
export interface CarrierMutant {
  name: string;
  caughtBy: readonly [string, ...string[]];
  wrap(adapter: CarrierAdapterV1): CarrierAdapterV1;
}

export type Wrap = CarrierMutant["wrap"];

/** Every parcel the adapter gives out goes through `change`. */
export function changingParcels(change: (parcel: TrackedParcel) => TrackedParcel): Wrap {
  return (adapter) => {
    const { batches, changes, webhooks } = adapter;
    return {
      ...adapter,
      track: async (number, context) => {
        const parcel = await adapter.track(number, context);
        return parcel === null ? null : change(parcel);
      },
      ...(batches && {
        batches: { ...batches, track: async (numbers, context) => (await batches.track(numbers, context)).map(change) },
      }),
      ...(changes && {
        changes: {
          ...changes,
          list: async (request, context) => {
            const page = await changes.list(request, context);
            return { ...page, parcels: page.parcels.map(change) };
          },
        },
      }),
      ...(webhooks && {
        webhooks: {
          ...webhooks,
          receive: async (webhook, context) => {
            const { parcels } = await webhooks.receive(webhook, context);
            return { parcels: parcels.map((each) => ({ ...each, parcel: change(each.parcel) })) };
          },
        },
      }),
    };
  };
}

export function changingCheckpoints(change: (checkpoint: Checkpoint, index: number) => Checkpoint): Wrap {
  return changingParcels((parcel) => ({ ...parcel, checkpoints: parcel.checkpoints.map(change) }));
}

/** Only what `track` gives out. */
export function tracking(change: (track: CarrierAdapterV1["track"]) => CarrierAdapterV1["track"]): Wrap {
  return (adapter) => ({ ...adapter, track: change(adapter.track) });
}

/** Every call gets another context than it was given. */
export function changingContext(change: (context: AdapterContext) => AdapterContext): Wrap {
  return (adapter) => ({
    ...adapter,
    track: (number, context) => adapter.track(number, change(context)),
    check: (context) => adapter.check(change(context)),
  });
}

type Group = "changes" | "batches" | "webhooks" | "pickupPoints";

/** One capability of the adapter is changed. */
export function changing<Name extends Group>(
  name: Name,
  change: (group: NonNullable<CarrierAdapterV1[Name]>) => NonNullable<CarrierAdapterV1[Name]>,
): Wrap {
  return (adapter) => {
    const group = adapter[name];
    if (group === undefined) throw new TypeError(`The reference adapter has ${name}`);
    return { ...adapter, [name]: change(group as NonNullable<CarrierAdapterV1[Name]>) };
  };
}
