import type { CarrierAdapterV1 } from "@askonce/spec";
import { check } from "./check.ts";
import { createEasypostClient } from "./client.ts";
import { type EasypostOptions, readOptions } from "./options.ts";
import { register, track } from "./track.ts";
import { receiveWebhook } from "./webhooks.ts";

/**
 * Follows parcels of any courier through EasyPost trackers. It belongs to no courier's name: which numbers go to it is the
 * instance's decision. `webhooks` is there when `webhookSecrets` is given.
 *
 * @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values
 */
export function easypost(options: EasypostOptions): CarrierAdapterV1 {
  const settings = readOptions(options);
  const client = createEasypostClient(settings);
  return {
    specVersion: "v1",
    kind: "carrier",
    id: settings.id,
    displayName: "EasyPost",
    carrierNames: [],
    standing: "official",
    timeZone: settings.timeZone,
    ...(settings.pollEveryMs === undefined ? {} : { pollEveryMs: settings.pollEveryMs }),
    track: (trackingNumber, context) => track(client, settings, trackingNumber, context),
    check: (context) => check(client, settings, context),
    ...(settings.webhookSecrets.length === 0
      ? {}
      : {
          webhooks: {
            receive: (webhook, context) => receiveWebhook(webhook, settings, context.clock.now()),
            register: (trackingNumber, carrier, context) => register(client, settings, trackingNumber, carrier, context),
          },
        }),
  };
}
