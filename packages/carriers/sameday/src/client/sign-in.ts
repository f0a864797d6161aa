import { createHttp, type FetchedToken, readLocalTime, readVendorResponse, requestJson } from "@askonce/adapter-kit";
import type { AdapterContext } from "@askonce/spec";
import * as z from "zod";
import { userAgent } from "./user-agent.ts";

const tokenSchema = z.object({ token: z.string().min(1), expire_at: z.string().nullish().catch(null) });

/** A token that ends sooner than this by our clock says that one of the clocks is wrong. */
const shortestLifeMs = 2 * 60_000;

/**
 * Gets a token. `expire_at` is Bucharest's local time without an offset; read so on every host, because a token that is renewed an hour too
 * early harms nobody. When it has ended already by our clock, it is kept until it is refused.
 *
 * @throws AskonceError `ADAPTER_UNAUTHORIZED` when the password is wrong
 */
export async function signIn(
  baseUrl: string,
  { username, password }: { username: string; password: string },
  timeoutMs: number,
  context: AdapterContext,
): Promise<FetchedToken> {
  const headers = { "x-auth-username": username, "x-auth-password": password, "user-agent": userAgent, accept: "application/json" };
  const http = createHttp({ baseUrl, timeoutMs, headers }, context);
  const body = new URLSearchParams({ remember_me: "1" });
  const answer = await requestJson(async () => await http.post("api/authenticate", { body }), context, { timeoutMs });
  const { token, expire_at } = readVendorResponse(tokenSchema, answer, "sign-in");
  const end = readLocalTime(expire_at, "iso", "Europe/Bucharest");
  const expiresAtMs = end === null ? null : Date.parse(end.at);
  return { token, expiresAtMs: expiresAtMs !== null && expiresAtMs - context.clock.now() >= shortestLifeMs ? expiresAtMs : null };
}
