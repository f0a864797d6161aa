import { createTokenKeeper, createVendorClient, type FetchedToken, readLocalTime, readVendorResponse } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, foldText } from "@askonce/spec";
import type { FanCourierSettings } from "./options.ts";
import { envelopeSchema, type FanParcel, parcelsSchema, signInSchema } from "./tracking-answer.ts";

export const timeZone = "Europe/Bucharest";

/** A token lives 24 hours; without a readable end it is renewed before that. */
const tokenLifeMs = 23 * 3_600_000;

/** FAN Courier's REST interface 2.0, as far as it is used. */
export interface FanApi {
  /**
   * What FAN knows of the numbers, in its own order; numbers it does not know are left out.
   *
   * @throws AskonceError `ADAPTER_…`
   */
  track(numbers: readonly string[], context: AdapterContext): Promise<FanParcel[]>;
}

export function createFanApi(settings: FanCourierSettings): FanApi {
  const { username, password, clientId, baseUrl, timeoutMs, ratePerSecond } = settings;
  const client = createVendorClient({ baseUrl, timeoutMs, ratePerSecond });

  const signIn = async (context: AdapterContext): Promise<FetchedToken> => {
    // In the body: FAN also takes them in the address, where proxies would write them down.
    const answer = await client.json({ path: "login", json: { username, password }, headers: { accept: "application/json" } }, context);
    const { data } = readVendorResponse(signInSchema, answer, "sign-in");
    if (data?.token == null) throw new AskonceError("ADAPTER_UNAUTHORIZED");
    const end = readLocalTime(data.expiresAt, "iso", timeZone);
    return { token: data.token, expiresAtMs: end === null ? context.clock.now() + tokenLifeMs : Date.parse(end.at) };
  };
  const tokens = createTokenKeeper({ fetchToken: signIn, renewBeforeMs: 600_000 });

  const ask = (numbers: readonly string[], context: AdapterContext): Promise<FanParcel[] | null> =>
    tokens.use(context, async (token) => {
      const query = [["clientId", clientId], ...numbers.map((number) => ["awb[]", number] as const), ["language", "ro"]] as const;
      const headers = { authorization: `Bearer ${token}`, accept: "application/json" };
      const answer = await client.json({ path: "reports/awb/tracking", query, headers }, context, { nullOn: [404] });
      return answer === null ? null : readParcels(answer);
    });

  return {
    async track(numbers, context) {
      const parcels = await ask(numbers, context);
      if (parcels !== null || numbers.length === 1) return parcels ?? [];
      // One unknown number must not hide the others.
      const each: FanParcel[] = [];
      for (const number of numbers) each.push(...((await ask([number], context)) ?? []));
      return each;
    },
  };
}

/** `null` when FAN refuses the question because it does not know a number. */
function readParcels(answer: unknown): FanParcel[] | null {
  const { status, message, data } = readVendorResponse(envelopeSchema, answer, "tracking answer");
  if (status !== null && status !== "success") {
    if (saysUnknown(message)) return null;
    throw new AskonceError("ADAPTER_REJECTED", { details: { status } });
  }
  return readVendorResponse(parcelsSchema, data, "tracking answer");
}

/** FAN's refusals carry no code, only a sentence in Romanian or English. */
function saysUnknown(message: string | null): boolean {
  return /\b(not found|does not exist|nu (a fost gasit|exista)|inexistent)/.test(foldText(message ?? ""));
}
