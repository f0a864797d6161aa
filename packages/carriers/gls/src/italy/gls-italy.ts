import { checkAccess } from "@askonce/adapter-kit";
import { type CarrierAdapterV1, normalizeTrackingNumber } from "@askonce/spec";
import { createGlsItalyApi } from "./api.ts";
import { type GlsItalyOptions, readOptions } from "./options.ts";
import { readShipment, timeZone } from "./read-shipment.ts";

const nobodysNumber = "000000000";

/**
 * Connects GLS Italy's tracking list, which customers with a contract may read: branch and contract code, no password.
 *
 * Numbers come with their branch (`BZ620873098`) or without. GLS gives no promised date.
 *
 * @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values
 */
export function glsItaly(options: GlsItalyOptions): CarrierAdapterV1 {
  const settings = readOptions(options);
  const api = createGlsItalyApi(settings);
  return {
    specVersion: "v1",
    kind: "carrier",
    id: settings.id,
    displayName: "GLS Italy",
    carrierNames: ["gls", "gls italy", "gls italia", "gls it"],
    standing: "official",
    timeZone,
    pollEveryMs: settings.pollEveryMs,
    async track(trackingNumber, context) {
      const full = normalizeTrackingNumber(trackingNumber) ?? "";
      const [, branch = settings.branch, number] = /^([A-Z][A-Z0-9])?(\d{6,12})$/.exec(full) ?? [];
      if (number === undefined) return null;
      const shipment = await api.shipment(number, branch, context);
      return shipment && readShipment(shipment, full, context.clock.now());
    },
    check: (context) =>
      checkAccess(
        {
          ask: async (call) => void (await api.shipment(nobodysNumber, settings.branch, call)),
          shown:
            "GLS Italy's list answers; whether branch and contract code are right shows with the first parcel, as there is no password",
          remedy: "Compare branch and contractCode with the contract, and ask the branch whether tracking by XML is open for it",
        },
        context,
      ),
    detect: (text) => (/^[A-Z][A-Z0-9]\d{9}$/.test(normalizeTrackingNumber(text) ?? "") ? 0.3 : 0),
  };
}
