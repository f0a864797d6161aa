import { createVendorClient, readVendorResponse } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, foldText } from "@askonce/spec";
import { countries } from "./countries.ts";
import type { GlsSettings } from "./options.ts";
import { type GlsError, type GlsScan, parcelAnswerSchema } from "./parcel-answer.ts";

/** MyGLS, as far as it is used. */
export interface MyGlsApi {
  /**
   * What happened to a parcel, in GLS' own order (newest first); `null` when GLS does not know the number.
   *
   * @throws AskonceError `ADAPTER_…`
   */
  scans(parcelNumber: string, context: AdapterContext): Promise<GlsScan[] | null>;
}

export function createMyGlsApi(settings: GlsSettings): MyGlsApi {
  const { username, password, clientNumber, country, timeoutMs, ratePerSecond } = settings;
  const baseUrl = settings.baseUrl ?? `https://api.mygls.${country}`;
  const client = createVendorClient({ baseUrl, timeoutMs, ratePerSecond });
  let hashed: Promise<number[]> | null = null;

  return {
    async scans(parcelNumber, context) {
      hashed ??= hashPassword(password);
      const question = {
        Username: username,
        Password: await hashed,
        ...(clientNumber === undefined ? {} : { ClientNumberList: [Number(clientNumber)] }),
        ParcelNumber: Number(parcelNumber),
        ReturnPOD: false,
        LanguageIsoCode: countries[country].language,
      };
      const answer = await client.json({ path: "ParcelService.svc/json/GetParcelStatuses", json: question }, context, { nullOn: [404] });
      if (answer === null) return null;
      const parcel = readVendorResponse(parcelAnswerSchema, answer, "parcel");
      const [error] = parcel.GetParcelStatusErrors;
      if (error && parcel.ParcelStatusList.length === 0) return refusal(error);
      return parcel.ParcelStatusList.length === 0 ? null : parcel.ParcelStatusList;
    },
  };
}

/** The bytes of its SHA-512, as a list of numbers: how MyGLS wants it in JSON. */
async function hashPassword(password: string): Promise<number[]> {
  return [...new Uint8Array(await crypto.subtle.digest("SHA-512", new TextEncoder().encode(password)))];
}

/** GLS' own list of error codes is not public; -1 and these words were seen. Its words are not handed on. */
function refusal({ ErrorCode, ErrorDescription }: GlsError): null {
  const words = foldText(ErrorDescription ?? "");
  if (ErrorCode === "-1" || /unauthori[sz]ed|password|user ?name|locked|login/.test(words)) throw new AskonceError("ADAPTER_UNAUTHORIZED");
  if (/not (been )?found|not exist|no parcel|(wrong|invalid|unknown) parcel ?number/.test(words)) return null;
  throw new AskonceError("ADAPTER_REJECTED", { details: { errorCode: /^-?\d{1,6}$/.test(ErrorCode ?? "") ? ErrorCode : null } });
}
