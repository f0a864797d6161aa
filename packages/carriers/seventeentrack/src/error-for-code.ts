import { AskonceError, type ErrorCode } from "@askonce/spec";

/** The number is registered already. */
export const alreadyRegistered = -18019901;
/** The number has to be registered before it can be asked for. */
export const notRegistered = -18019902;
/** Nothing is known of the number yet. */
const nothingYet = -18019909;
/** A format that is none, a courier that cannot be guessed, a courier that does not exist. */
const unknownNumber: ReadonlySet<number> = new Set([-18010012, -18019903, -18019910, nothingYet]);

/** A daily limit ends some time today; asking every few seconds does not bring the end nearer. */
const dailyLimitRetryMs = 3_600_000;

const refusals: Readonly<Record<number, { code: ErrorCode; message?: string }>> = {
  [-18010001]: { code: "ADAPTER_FORBIDDEN", message: "This machine's address is not in 17TRACK's list of allowed addresses" },
  [-18010002]: { code: "ADAPTER_UNAUTHORIZED" },
  [-18010003]: { code: "ADAPTER_UNAVAILABLE" },
  [-18010004]: { code: "ADAPTER_FORBIDDEN", message: "17TRACK has switched the account off" },
  [-18010005]: { code: "ADAPTER_UNAUTHORIZED" },
  [-18019907]: { code: "ADAPTER_RATE_LIMITED", message: "17TRACK's limit of the day is used up" },
  [-18019908]: { code: "ADAPTER_REJECTED", message: "17TRACK's quota of numbers is used up" },
};

/** 17TRACK's numbers (C2: independent public clients agree), as errors. One that is not known is a refusal. */
export function errorForCode(code: number): AskonceError {
  const refusal = refusals[code] ?? { code: "ADAPTER_REJECTED" as const };
  return new AskonceError(refusal.code, {
    ...(refusal.message === undefined ? {} : { message: refusal.message }),
    ...(refusal.code === "ADAPTER_RATE_LIMITED" ? { retryAfterMs: dailyLimitRetryMs } : {}),
    details: { vendorCode: code },
  });
}

/** Whether a refusal says that 17TRACK does not know the number, which is an answer and no failure. */
export function isUnknownNumber(code: number): boolean {
  return unknownNumber.has(code);
}
