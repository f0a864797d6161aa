import { AskonceError, type CarrierAdapterV1, type TrackedParcel } from "@askonce/spec";
import { type CarrierMutant, changing, type Wrap } from "./carrier-mutant.ts";

type List = NonNullable<CarrierAdapterV1["changes"]>["list"];
type BatchTrack = NonNullable<CarrierAdapterV1["batches"]>["track"];
type Receive = NonNullable<CarrierAdapterV1["webhooks"]>["receive"];

const listing = (change: (list: List) => List): Wrap => changing("changes", (changes) => ({ ...changes, list: change(changes.list) }));
const batching = (change: (track: BatchTrack) => BatchTrack): Wrap =>
  changing("batches", (batches) => ({ ...batches, track: change(batches.track) }));
const receiving = (change: (receive: Receive) => Receive): Wrap =>
  changing("webhooks", (webhooks) => ({ ...webhooks, receive: change(webhooks.receive) }));

const renamed = (parcel: TrackedParcel): TrackedParcel => ({
  ...parcel,
  checkpoints: parcel.checkpoints.map((checkpoint) => ({ ...checkpoint, id: `changes-${checkpoint.id}` })),
});

/** The signature is compared with what the body means, not with its bytes. */
function rewriting(body: Uint8Array): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(JSON.parse(new TextDecoder().decode(body))));
}

let deliveries = 0;

const changesMutants: readonly CarrierMutant[] = [
  {
    name: "reads the first page only",
    caughtBy: ["changes-cut-between-pages", "changes-page-is-repeatable"],
    wrap: listing((list) => async (request, context) => ({ ...(await list(request, context)), nextCursor: null })),
  },
  {
    name: "loses the last row of a page",
    caughtBy: ["changes-cut-between-pages", "changes-union-equals-track"],
    wrap: listing((list) => async (request, context) => {
      const page = await list(request, context);
      return { ...page, parcels: page.parcels.slice(0, -1) };
    }),
  },
  {
    name: "goes in circles",
    caughtBy: ["changes-cut-between-pages"],
    wrap: listing((list) => (request, context) => list({ ...request, cursor: null }, context)),
  },
  {
    name: "uses a cursor up",
    caughtBy: ["changes-page-is-repeatable"],
    wrap: listing((list) => {
      const used = new Set<string>();
      return async (request, context) => {
        if (request.cursor !== null && used.has(request.cursor)) return { parcels: [], nextCursor: null };
        if (request.cursor !== null) used.add(request.cursor);
        return list(request, context);
      };
    }),
  },
  {
    name: "gives changes other ids than track() does",
    caughtBy: ["changes-union-equals-track"],
    wrap: listing((list) => async (request, context) => {
      const page = await list(request, context);
      return { ...page, parcels: page.parcels.map(renamed) };
    }),
  },
  {
    name: "takes an empty window for a failure",
    caughtBy: ["changes-of-nothing"],
    wrap: listing((list) => async (request, context) => {
      const page = await list(request, context);
      if (page.parcels.length === 0) throw new AskonceError("ADAPTER_UNAVAILABLE");
      return page;
    }),
  },
];

const batchMutants: readonly CarrierMutant[] = [
  {
    name: "asks for the numbers of a batch one by one",
    caughtBy: ["batch-is-one-request"],
    wrap: (adapter) => ({
      ...adapter,
      batches: {
        size: 20,
        track: async (numbers, context) => {
          const found = [];
          for (const number of numbers) found.push(await adapter.track(number, context));
          return found.filter((parcel) => parcel !== null);
        },
      },
    }),
  },
  {
    name: "knows less of a parcel in a batch",
    caughtBy: ["batch-equals-single"],
    wrap: batching(
      (track) => async (numbers, context) =>
        (await track(numbers, context)).map((parcel) => ({ ...parcel, checkpoints: parcel.checkpoints.slice(0, 1) })),
    ),
  },
  {
    name: "gives a whole batch up for one number",
    caughtBy: ["batch-leaves-out-unknown"],
    wrap: batching((track) => async (numbers, context) => {
      const found = await track(numbers, context);
      return found.length < numbers.length ? [] : found;
    }),
  },
  {
    name: "asks for nothing at all",
    caughtBy: ["batch-of-nothing"],
    wrap: batching((track) => (numbers, context) => track(numbers.length === 0 ? ["MEM00000000"] : numbers, context)),
  },
];

const webhookMutants: readonly CarrierMutant[] = [
  {
    name: "believes every webhook",
    caughtBy: ["webhook-bad-signature", "webhook-unsigned", "webhook-body-altered"],
    wrap: receiving((receive) => async (webhook, context) => {
      try {
        return await receive(webhook, context);
      } catch (error) {
        if (AskonceError.is(error, "WEBHOOK_SIGNATURE_INVALID")) return { parcels: [] };
        throw error;
      }
    }),
  },
  {
    name: "verifies what it read instead of what was sent",
    caughtBy: ["webhook-body-altered"],
    wrap: receiving((receive) => (webhook, context) => {
      try {
        return receive({ ...webhook, body: rewriting(webhook.body) }, context);
      } catch {
        return receive(webhook, context);
      }
    }),
  },
  {
    name: "takes garbage for nothing",
    caughtBy: ["webhook-malformed"],
    wrap: receiving((receive) => async (webhook, context) => {
      try {
        return await receive(webhook, context);
      } catch (error) {
        if (AskonceError.is(error, "WEBHOOK_UNREADABLE")) return { parcels: [] };
        throw error;
      }
    }),
  },
  {
    name: "makes a new key for each delivery",
    caughtBy: ["webhook-duplicate"],
    wrap: receiving((receive) => async (webhook, context) => ({
      parcels: (await receive(webhook, context)).parcels.map((each) => ({ ...each, key: `delivery-${++deliveries}` })),
    })),
  },
  {
    name: "has one key for a parcel's whole life",
    caughtBy: ["webhook-second-move"],
    wrap: receiving((receive) => async (webhook, context) => ({
      parcels: (await receive(webhook, context)).parcels.map((each) => ({ ...each, key: each.parcel.trackingNumber })),
    })),
  },
  {
    name: "overlooks what a webhook says",
    caughtBy: ["webhook-accepted"],
    wrap: receiving((receive) => async (webhook, context) => {
      await receive(webhook, context);
      return { parcels: [] };
    }),
  },
];

const otherMutants: readonly CarrierMutant[] = [
  {
    name: "takes any run of digits for its own",
    caughtBy: ["detect-other-texts", "detect-long-texts"],
    wrap: (adapter) => ({ ...adapter, detect: (text) => (/\d/.test(text) ? 0.5 : 0) }),
  },
  { name: "does not know its own numbers", caughtBy: ["detect-own-numbers"], wrap: (adapter) => ({ ...adapter, detect: () => 0 }) },
  { name: "is surer than sure", caughtBy: ["detect-own-numbers"], wrap: (adapter) => ({ ...adapter, detect: () => 100 }) },
  {
    name: "gives a point of its own for any id",
    caughtBy: ["pickup-point-found", "pickup-point-not-found"],
    wrap: changing("pickupPoints", (points) => ({
      get: async (_id, context) => ({ ...(await points.get("point-1", context)), id: "point-2" }) as Awaited<ReturnType<typeof points.get>>,
    })),
  },
];

export const capabilityMutants: readonly CarrierMutant[] = [...changesMutants, ...batchMutants, ...webhookMutants, ...otherMutants];
