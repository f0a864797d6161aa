import { createVendorClient, errorForStatus, readVendorResponse } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError } from "@askonce/spec";
import type { Settings } from "./options.ts";
import { answerSchema, type Parcel } from "./parcel-answer.ts";

export interface PigeonApi {
  /** `null` when the courier does not know the number. */
  parcel(number: string, context: AdapterContext): Promise<Parcel | null>;
}

export function createPigeonApi({ baseUrl, timeoutMs, ratePerSecond, key }: Settings): PigeonApi {
  const client = createVendorClient({
    baseUrl,
    timeoutMs,
    ratePerSecond,
    headers: { "x-pigeon-key": key },
    // The courier's way to say that the key is wrong.
    errorForRefusal: ({ status, headers, now }) => errorForStatus(status === 418 ? 401 : status, headers, now),
  });
  return {
    async parcel(number, context) {
      const json = await client.json({ path: `parcels/${encodeURIComponent(number)}` }, context);
      const { problem, parcel } = readVendorResponse(answerSchema, json, "parcel");
      if (problem === "UNKNOWN") return null;
      if (problem !== null)
        throw new AskonceError("ADAPTER_REJECTED", { details: { vendorCode: /^[A-Z_]{1,40}$/.test(problem) ? problem : null } });
      if (!parcel) throw new AskonceError("ADAPTER_BAD_RESPONSE", { details: { what: "parcel" } });
      return parcel;
    },
  };
}
