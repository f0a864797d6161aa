import { createVendorClient } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError } from "@askonce/spec";
import { decodeText } from "./decode-text.ts";
import type { GlsItalySettings } from "./options.ts";
import { type GlsItalyShipment, readShipmentAnswer } from "./shipment-answer.ts";
import { readXml } from "./xml.ts";

const maxBytes = 1_000_000;

/** GLS Italy's list of a shipment's events. */
export interface GlsItalyApi {
  /**
   * @param number without its branch
   * @param branch the branch the number belongs to
   * @returns `null` when GLS does not know the number
   * @throws AskonceError `ADAPTER_…`
   */
  shipment(number: string, branch: string, context: AdapterContext): Promise<GlsItalyShipment | null>;
}

export function createGlsItalyApi({ branch, contractCode, baseUrl, timeoutMs, ratePerSecond }: GlsItalySettings): GlsItalyApi {
  const client = createVendorClient({ baseUrl, timeoutMs, ratePerSecond });
  return {
    shipment: (number, numbersBranch, context) => {
      const query = [
        ["locpartenza", numbersBranch],
        ["NumSped", number],
        // Of a way back, which has the number of another branch.
        ...(numbersBranch === branch ? [] : [["sedecon", branch] as const]),
        ["CodCli", contractCode],
      ] as const;
      return client.read({ path: "XML/get_xml_track.php", query, headers: { accept: "application/xml, text/xml" } }, context, readShipment);
    },
  };
}

async function readShipment(response: Response): Promise<GlsItalyShipment | null> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.byteLength > maxBytes) throw new AskonceError("ADAPTER_BAD_RESPONSE", { details: { reason: "too_large" } });
  const answer = readShipmentAnswer(readXml(decodeText(bytes, response.headers.get("content-type")).trim()));
  if (answer.kind === "shipment") return answer.shipment;
  if (answer.kind === "unknown") return null;
  if (answer.kind === "refused") throw new AskonceError("ADAPTER_REJECTED");
  throw new AskonceError("ADAPTER_UNAVAILABLE", {
    message: "The vendor answered with something else than its list",
    details: { status: response.status, reason: "not_xml" },
  });
}
