import { checkAccess } from "@askonce/adapter-kit";
import { type CarrierAdapterV1, normalizeTrackingNumber } from "@askonce/spec";
import { createPigeonApi } from "./api.ts";
import { type PigeonOptions, readOptions } from "./options.ts";
import { readParcel, timeZone } from "./read-parcel.ts";

/** Of the right shape, and nobody's. */
const nobodysNumber = "PP000000000";

export function pigeon(options: PigeonOptions): CarrierAdapterV1 {
  const settings = readOptions(options);
  const api = createPigeonApi(settings);
  return {
    specVersion: "v1",
    kind: "carrier",
    id: settings.id,
    displayName: "Pigeon Post",
    carrierNames: ["pigeon", "pigeon post"],
    standing: "official",
    timeZone,
    pollEveryMs: 900_000,

    async track(trackingNumber, context) {
      const number = normalizeTrackingNumber(trackingNumber) ?? "";
      // Anything else would be another path of the courier's, or somebody's phone number in its log.
      if (!/^PP\d{9}$/.test(number)) return null;
      const parcel = await api.parcel(number, context);
      return parcel && readParcel(parcel, number, context.clock.now());
    },
    check: (context) =>
      checkAccess(
        {
          ask: async (call) => void (await api.parcel(nobodysNumber, call)),
          shown: "Pigeon Post accepts the key",
          remedy: "Copy the key again from the courier's settings",
        },
        context,
      ),
    detect: (text) => (/^PP\d{9}$/.test(normalizeTrackingNumber(text) ?? "") ? 0.8 : 0),
  };
}
