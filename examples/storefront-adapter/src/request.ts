import { createHttp, errorForFailure, errorForStatus, withRetry } from "@askonce/adapter-kit";
import { type AdapterContext, AskonceError, type JsonValue, parseJson } from "@askonce/spec";
import type { Settings } from "./options.ts";

/** `null` when the shop says that there is no such thing. */
export function request(settings: Settings, path: string, context: AdapterContext): Promise<JsonValue | null> {
  const fail = (cause: unknown): never => {
    // Somebody who no longer waits is not a failure of the vendor.
    context.signal.throwIfAborted();
    throw errorForFailure(cause);
  };
  return withRetry(async () => {
    const http = createHttp(
      { baseUrl: settings.url, timeoutMs: settings.timeoutMs, headers: { authorization: `Bearer ${settings.token}` } },
      context,
    );
    const response = await http.get(path).catch(fail);
    if (response.status === 404) return null;
    if (!response.ok) throw errorForStatus(response.status, response.headers, context.clock.now());
    // A connection can also be lost in the middle of the answer.
    const body = new Uint8Array(await response.arrayBuffer().catch(fail));
    try {
      return parseJson(body, { maxBytes: 10 * 1024 * 1024 });
    } catch (cause) {
      throw new AskonceError("ADAPTER_BAD_RESPONSE", { message: "The shop answered something that is not JSON", cause });
    }
  }, context);
}
