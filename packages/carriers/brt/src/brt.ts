import { checkAccess } from "@askonce/adapter-kit";
import { type CarrierAdapterV1, normalizeTrackingNumber } from "@askonce/spec";
import { createBrtApi } from "./api.ts";
import { type BrtOptions, readOptions } from "./options.ts";
import { readParcel, timeZone } from "./read-parcel.ts";

const nobodysNumber = "000000000000000";

/**
 * Connects a BRT account (Italy, formerly Bartolini) through its REST interface for tracking.
 *
 * BRT tells the day it booked, and often the hours: an estimate of kind `booked`. One request answers for one parcel.
 *
 * @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values
 */
export function brt(options: BrtOptions): CarrierAdapterV1 {
  const settings = readOptions(options);
  const api = createBrtApi(settings);
  return {
    specVersion: "v1",
    kind: "carrier",
    id: settings.id,
    displayName: "BRT",
    carrierNames: ["brt", "bartolini", "brt corriere espresso", "brt bartolini"],
    standing: "official",
    timeZone,
    pollEveryMs: settings.pollEveryMs,
    async track(trackingNumber, context) {
      const number = normalizeTrackingNumber(trackingNumber) ?? "";
      if (!/^[A-Z0-9]{6,35}$/.test(number)) return null;
      const parcel = await api.parcel(number, context);
      return parcel && readParcel(parcel, number, context.clock.now());
    },
    check: (context) =>
      checkAccess(
        {
          ask: async (call) => void (await api.parcel(nobodysNumber, call)),
          shown: "BRT accepts the user and the password",
          remedy: "Compare userId and password with what BRT gave for its web services; those of the website are others",
        },
        context,
      ),
    // Other couriers number with as many digits, and so do bank accounts; `00` begins a foreign telephone number.
    detect: (text) => (/^(?!00)(?:\d{12}|\d{14,15})$/.test(normalizeTrackingNumber(text) ?? "") ? 0.3 : 0),
  };
}
