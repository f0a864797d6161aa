import { checkAccess, createTrackedParcel, latestOf } from "@askonce/adapter-kit";
import { type CarrierAdapterV1, normalizeTrackingNumber } from "@askonce/spec";
import { createMyGlsApi } from "./api.ts";
import { countries } from "./countries.ts";
import { type GlsOptions, readOptions } from "./options.ts";
import { isKnown, readHistory } from "./read-history.ts";

/** Long enough to be one, and nobody's. */
const nobodysNumber = "10000000000";

/**
 * Connects a MyGLS account of Romania, Hungary, Czechia, Slovakia, Slovenia, Croatia or Serbia. Italy has an interface of its own:
 * {@link glsItaly}.
 *
 * GLS gives no promised date. One request answers for one parcel.
 *
 * @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values
 */
export function gls(options: GlsOptions): CarrierAdapterV1 {
  const settings = readOptions(options);
  const { name, timeZone } = countries[settings.country];
  const api = createMyGlsApi(settings);
  return {
    specVersion: "v1",
    kind: "carrier",
    id: settings.id,
    displayName: `GLS ${name}`,
    carrierNames: ["gls", "mygls", `gls ${name.toLowerCase()}`, `gls ${settings.country}`, "gls group"],
    standing: "official",
    timeZone,
    pollEveryMs: settings.pollEveryMs,
    async track(trackingNumber, context) {
      const number = normalizeTrackingNumber(trackingNumber) ?? "";
      // Beyond 15 digits the number would not survive JSON.
      if (!/^\d{6,15}$/.test(number)) return null;
      const scans = await api.scans(number, context);
      if (scans === null) return null;
      const checkpoints = readHistory(scans, timeZone);
      const unknown = scans.flatMap(({ StatusCode }) => (StatusCode === null || isKnown(StatusCode) ? [] : [`StatusCode:${StatusCode}`]));
      return createTrackedParcel({
        trackingNumber: number,
        ...latestOf(checkpoints, context.clock.now()),
        checkpoints,
        unknownCodes: unknown,
      });
    },
    check: (context) =>
      checkAccess(
        {
          ask: async (call) => void (await api.scans(nobodysNumber, call)),
          shown: `MyGLS of ${name} accepts the user and the password`,
          remedy: "Compare country, username and password with the MyGLS account; after several wrong passwords GLS locks it for a while",
        },
        context,
      ),
    // Eleven or twelve digits are many things; a leading zero begins a telephone number.
    detect: (text) => (/^[1-9]\d{10,11}$/.test(normalizeTrackingNumber(text) ?? "") ? 0.2 : 0),
  };
}
