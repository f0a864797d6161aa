import { checkAccess } from "@askonce/adapter-kit";
import { type AdapterContext, type CarrierAdapterV1, normalizeTrackingNumber, type TrackedParcel } from "@askonce/spec";
import { createFanApi, type FanApi, timeZone } from "./api.ts";
import { type FanCourierOptions, readOptions } from "./options.ts";
import { readParcel } from "./read-parcel.ts";

/** FAN names no limit; fifty numbers keep the address short. */
const batchSize = 50;

/** Thirteen digits; nobody's parcel has this one. */
const nobodysNumber = "0000000000000";

/**
 * Connects a FAN Courier account (Romania) through its REST interface 2.0, with the account's selfAWB user.
 *
 * FAN gives no promised date, and of loss or damage only that it was compensated.
 *
 * @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values
 */
export function fancourier(options: FanCourierOptions): CarrierAdapterV1 {
  const settings = readOptions(options);
  const api = createFanApi(settings);
  return {
    specVersion: "v1",
    kind: "carrier",
    id: settings.id,
    displayName: "FAN Courier",
    carrierNames: ["fan courier", "fancourier", "fan"],
    standing: "official",
    timeZone,
    pollEveryMs: settings.pollEveryMs,
    async track(trackingNumber, context) {
      const [parcel] = await trackAll(api, [trackingNumber], context);
      return parcel ?? null;
    },
    batches: { size: batchSize, track: (trackingNumbers, context) => trackAll(api, trackingNumbers, context) },
    check: (context) =>
      checkAccess(
        {
          ask: async (call) => void (await api.track([nobodysNumber], call)),
          shown: "FAN Courier accepts the user, the password and the client",
          remedy: "Compare username, password and clientId with the selfAWB account, and ask FAN whether its interface is open for it",
        },
        context,
      ),
    // Other couriers and shops number with thirteen digits, too, and so do bar codes; `00` begins a foreign telephone number.
    detect: (text) => (/^(?!00)\d{13}$/.test(normalizeTrackingNumber(text) ?? "") ? 0.3 : 0),
  };
}

async function trackAll(api: FanApi, trackingNumbers: readonly string[], context: AdapterContext): Promise<TrackedParcel[]> {
  const numbers = [...new Set(trackingNumbers.flatMap((trackingNumber) => awbOf(trackingNumber) ?? []))];
  if (numbers.length === 0) return [];
  const parcels = await api.track(numbers, context);
  return numbers.flatMap((number) => {
    // An answer without a number can only be told apart when it is the only one.
    const parcel = parcels.find(({ awbNumber }) => awbNumber === number || (awbNumber === null && numbers.length === 1));
    return parcel ? [readParcel(parcel, number, context.clock.now())] : [];
  });
}

/** FAN's numbers are digits, and some letters on the labels of partners. */
function awbOf(trackingNumber: string): string | null {
  const number = normalizeTrackingNumber(trackingNumber);
  return number !== null && /^[A-Z0-9]{6,30}$/.test(number) ? number : null;
}
