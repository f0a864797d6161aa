import type { CarrierAdapterV1 } from "@askonce/spec";
import { check } from "./check.ts";
import { createSeventeentrackClient } from "./client.ts";
import { readOptions, type SeventeentrackOptions } from "./options.ts";
import { batchSize, register, track } from "./track.ts";
import { receiveWebhook } from "./webhooks.ts";

/**
 * Follows parcels of any courier through 17TRACK's API. It belongs to no courier's name: which numbers go to it is the instance's decision.
 *
 * @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values
 */
export function seventeentrack(options: SeventeentrackOptions): CarrierAdapterV1 {
  const settings = readOptions(options);
  const client = createSeventeentrackClient(settings);
  return {
    specVersion: "v1",
    kind: "carrier",
    id: settings.id,
    displayName: "17TRACK",
    carrierNames: [],
    standing: "official",
    timeZone: settings.timeZone,
    ...(settings.pollEveryMs === undefined ? {} : { pollEveryMs: settings.pollEveryMs }),
    track: async (trackingNumber, context) => (await track(client, settings, [trackingNumber], context))[0] ?? null,
    check: (context) => check(client, context),
    batches: { size: batchSize, track: (trackingNumbers, context) => track(client, settings, trackingNumbers, context) },
    webhooks: {
      receive: (webhook, context) => receiveWebhook(webhook, settings, context.clock.now()),
      register: (trackingNumber, carrier, context) => register(client, settings, trackingNumber, carrier, context),
    },
  };
}
