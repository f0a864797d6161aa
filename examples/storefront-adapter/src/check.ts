import { type AdapterContext, AskonceError, type CheckItem, type CheckReport } from "@askonce/spec";
import type { Settings } from "./options.ts";
import { request } from "./request.ts";

export async function check(settings: Settings, context: AdapterContext): Promise<CheckReport> {
  const item = await checkCredentials(settings, context);
  return { ok: item.state === "ok", checks: [item] };
}

async function checkCredentials(settings: Settings, context: AdapterContext): Promise<CheckItem> {
  const failed = (detail: string, remedy: string): CheckItem => ({
    id: "credentials",
    state: "failed",
    title: "Credentials",
    detail,
    remedy,
  });
  try {
    const answer = await request(settings, "status", context);
    if (answer === null) return failed("There is no shop at this address", "Correct the option url");
    return { id: "credentials", state: "ok", title: "Credentials", detail: "The shop accepts the token", remedy: null };
  } catch (cause) {
    context.signal.throwIfAborted();
    if (AskonceError.is(cause, "ADAPTER_UNAUTHORIZED", "ADAPTER_FORBIDDEN")) {
      return failed("The shop refuses the token", "Make a new token in the shop's settings");
    }
    return failed("The shop does not answer as it should", "Look whether the shop is up and the option url is right");
  }
}
