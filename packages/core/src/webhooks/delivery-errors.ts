import { AskonceError } from "@askonce/spec";

/**
 * Why a target is refused.
 * - `url`: no URL, too long, or with characters that programs read differently
 * - `scheme`: not `https`
 * - `credentials`: a user name or password in the URL
 * - `port`: neither 443 nor 8443
 * - `host`: an odd spelling of an address, or a name that exists only inside of a network
 * - `address`: it is, or it resolves to, an address that is not on the public internet
 */
export type TargetRefusal = "url" | "scheme" | "credentials" | "port" | "host" | "address";

/** The refusal holds the reason and nothing else: what a name resolves to inside of a network is nobody's business. */
export function targetForbidden(reason: TargetRefusal): AskonceError {
  return new AskonceError("WEBHOOK_TARGET_FORBIDDEN", { message: "A webhook may not be sent there", details: { reason } });
}

/** There was no answer in time. */
export function targetTimedOut(durationMs: number): AskonceError {
  return new AskonceError("WEBHOOK_TARGET_TIMEOUT", { message: "The webhook's receiver did not answer in time", details: { durationMs } });
}

/**
 * There was no answer. The system's error is not kept as a cause, because its message names addresses.
 *
 * @param cause what was thrown; only its code is used, such as `ECONNREFUSED`
 */
export function targetUnreachable(cause: unknown, durationMs: number): AskonceError {
  const message = "The webhook's receiver cannot be reached";
  return new AskonceError("WEBHOOK_TARGET_UNREACHABLE", { message, details: { cause: codeOf(cause), durationMs } });
}

function codeOf(cause: unknown): string {
  if (typeof cause !== "object" || cause === null || !("code" in cause)) return "UNKNOWN";
  return typeof cause.code === "string" && /^[A-Z][A-Z0-9_]{1,63}$/.test(cause.code) ? cause.code : "UNKNOWN";
}
