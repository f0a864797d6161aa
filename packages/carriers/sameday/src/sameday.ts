import type { CarrierAdapterV1 } from "@askonce/spec";
import { listChanges, overlapMs, windowMs } from "./changes/list-changes.ts";
import { check } from "./check/check.ts";
import { createSamedayClient } from "./client/sameday-client.ts";
import { detect } from "./detect.ts";
import { readOptions, type SamedayOptions } from "./options.ts";
import { getPickupPoint } from "./pickup-points/get-pickup-point.ts";
import { createCodeReport } from "./status/code-report.ts";
import { track } from "./track/track.ts";

/** Of the account's country, for times that come without an offset. */
const zones = { ro: "Europe/Bucharest", hu: "Europe/Budapest", bg: "Europe/Sofia" } as const;

/**
 * Connects an account of the courier Sameday (Romania, Hungary, Bulgaria) through its client API. `changes` and `pickupPoints` are there when
 * credentials are given; with `publicTracking` the adapter's standing is `unofficial`.
 *
 * @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values
 */
export function sameday(options: SamedayOptions): CarrierAdapterV1 {
  const settings = readOptions(options);
  const client = createSamedayClient(settings);
  const zone = zones[settings.country];
  const report = createCodeReport();
  return {
    specVersion: "v1",
    kind: "carrier",
    id: settings.id,
    displayName: "Sameday",
    carrierNames: ["sameday", "sameday courier", "easybox"],
    standing: settings.publicTracking ? "unofficial" : "official",
    timeZone: zone,
    // The account's changes come by themselves; a single number is asked for when somebody looks at an old answer.
    pollEveryMs: settings.credentials === null ? 1_800_000 : 600_000,
    track: async (trackingNumber, context) => {
      const tracked = await track(trackingNumber, { client, settings, zone }, context);
      report(tracked?.unknownCodes ?? [], context.logger);
      return tracked;
    },
    check: (context) => check(client, settings, zone, context),
    ...(settings.credentials === null
      ? {}
      : {
          changes: {
            windowMs,
            overlapMs,
            list: async (request, context) => {
              const page = await listChanges(client, request, zone, context);
              for (const { unknownCodes } of page.parcels) report(unknownCodes, context.logger);
              return page;
            },
          },
          pickupPoints: { get: (id, context) => getPickupPoint(client, id, settings.country, context) },
        }),
    detect,
    claims: {
      deadlines: {
        damaged: null,
        lost: null,
        source:
          "Sameday's API and published pages that were checked name no deadline; third-party pages advise to report damage on the day of delivery",
      },
    },
  };
}
