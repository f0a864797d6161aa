import { createVendorClient, errorForStatus, readJson, type VendorRefusal } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type JsonValue } from "@askonce/spec";
import * as z from "zod";
import { errorForCode } from "./error-for-code.ts";
import type { SeventeentrackSettings } from "./options.ts";

/** 17TRACK's API, as the rest of the adapter sees it. Every error is an AskonceError without URL, key or vendor text. */
export interface SeventeentrackClient {
  /** The `data` of an answer. Repeated where that can help: a second registration is refused by its code and costs nothing. */
  post(path: "gettrackinfo" | "register" | "getquota", body: JsonValue, context: AdapterContext): Promise<JsonValue>;
}

export function createSeventeentrackClient(
  settings: Pick<SeventeentrackSettings, "apiKey" | "baseUrl" | "timeoutMs" | "ratePerSecond">,
): SeventeentrackClient {
  const { apiKey, baseUrl, timeoutMs, ratePerSecond } = settings;
  const client = createVendorClient({ baseUrl, timeoutMs, ratePerSecond, headers: { "17token": apiKey }, errorForRefusal });
  return { post: (path, body, context) => client.read({ path, json: body }, context, readAnswer) };
}

const codeSchema = z.object({ code: z.number() });

/** 17TRACK puts its refusals of a whole request into `code`, with status 200 as with others. */
async function readAnswer(response: Response): Promise<JsonValue> {
  const body = await readJson(response);
  const code = codeSchema.safeParse(body).data?.code;
  if (code === undefined) throw new AskonceError("ADAPTER_BAD_RESPONSE", { message: "17TRACK's answer holds no code" });
  if (code !== 0) throw errorForCode(code);
  return typeof body === "object" && body !== null && !Array.isArray(body) ? (body.data ?? null) : null;
}

/** A rate limit is told by its status: the code beside it says less, and the header says until when. */
function errorForRefusal({ status, headers, body, now }: VendorRefusal): AskonceError {
  const code = codeSchema.safeParse(body).data?.code;
  if (code !== undefined && code !== 0 && status !== 429 && status < 500) return errorForCode(code);
  return errorForStatus(status, headers, now, code === undefined ? {} : { vendorCode: code });
}
