import { createVendorClient, readVendorResponse } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError } from "@askonce/spec";
import type { BrtSettings } from "./options.ts";
import { type BrtParcel, parcelAnswerSchema } from "./parcel-answer.ts";

/** BRT's REST interface for tracking. */
export interface BrtApi {
  /**
   * @returns `null` when BRT does not know the number
   * @throws AskonceError `ADAPTER_…`
   */
  parcel(parcelId: string, context: AdapterContext): Promise<BrtParcel | null>;
}

/** Of `executionMessage.code`, by two public shop modules: the sign-in failed, or lacks a part. */
const refusedCodes: ReadonlySet<number> = new Set([-7, -57]);
/** No such shipment. */
const unknownCode = -11;
/** BRT cannot reach its own database. */
const brokenCode = -3;

export function createBrtApi({ userId, password, baseUrl, timeoutMs, ratePerSecond }: BrtSettings): BrtApi {
  const client = createVendorClient({ baseUrl, timeoutMs, ratePerSecond });
  const headers = { userID: userId, password, accept: "application/json" };
  return {
    async parcel(parcelId, context) {
      const path = `rest/v1/tracking/parcelID/${encodeURIComponent(parcelId)}`;
      const answer = await client.json({ path, headers }, context, { nullOn: [404] });
      if (answer === null) return null;
      const { executionMessage, ttParcelIdResponse } = readVendorResponse(parcelAnswerSchema, answer, "parcel");
      const message = ttParcelIdResponse?.executionMessage ?? executionMessage;
      const code = message?.code ?? 0;
      if (code === unknownCode) return null;
      // Above 0 are warnings, which come beside the shipment itself; without one it is a refusal, too.
      const isWarning = code > 0 && message?.severity !== "ERROR" && ttParcelIdResponse?.bolla != null;
      if (code !== 0 && !isWarning) throw failureFor(code);
      if (ttParcelIdResponse === null) throw new AskonceError("ADAPTER_BAD_RESPONSE", { details: { what: "parcel" } });
      return ttParcelIdResponse;
    },
  };
}

/** BRT's own sentence is left out: it quotes what was asked. */
function failureFor(code: number): AskonceError {
  const details = { executionCode: code };
  if (refusedCodes.has(code)) return new AskonceError("ADAPTER_UNAUTHORIZED", { details });
  return new AskonceError(code === brokenCode ? "ADAPTER_UNAVAILABLE" : "ADAPTER_REJECTED", { details });
}
