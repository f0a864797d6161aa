import { readFileSync } from "node:fs";
import { dataFile } from "../data-file.ts";

let names: ReadonlySet<string> | undefined;

/**
 * Whether Shopify follows parcels of this company by itself. The name must be written exactly as in Shopify's list; Sameday, FAN Courier
 * and Cargus are not in it, so their parcels stay FULFILLED for ever.
 *
 * @see FulfillmentTrackingInfo.company in the Admin schema, which the data file is taken from
 */
export function isSupportedTrackingCompany(company: string): boolean {
  names ??= readNames();
  return names.has(company);
}

function readNames(): ReadonlySet<string> {
  const entries = JSON.parse(readFileSync(dataFile("shopify/supported-tracking-companies.json"), "utf8")) as string[];
  // Entries that begin with a bold country name list that country's companies.
  return new Set(
    entries.flatMap((entry) =>
      entry
        .replace(/^\*\*[^*]+\*\*:/, "")
        .split(",")
        .map((name) => name.trim().replace(/\.$/, ""))
        .filter((name) => name !== ""),
    ),
  );
}

const urlByCompany: Readonly<Record<string, (trackingNumber: string) => string>> = {
  "DHL Express": (number) => `https://www.dhl.com/en/express/tracking.html?AWB=${number}`,
  DPD: (number) => `https://tracking.dpd.de/parcelstatus?query=${number}`,
  GLS: (number) => `https://gls-group.eu/track/${number}`,
  UPS: (number) => `https://www.ups.com/WebTracking?trackNums=${number}`,
};

/** The link Shopify makes by itself for a supported company; `null` when it makes none. The simulator knows the pattern of a few. */
export function automaticTrackingUrl(company: string, trackingNumber: string): string | null {
  if (!isSupportedTrackingCompany(company)) return null;
  return urlByCompany[company]?.(encodeURIComponent(trackingNumber)) ?? null;
}
