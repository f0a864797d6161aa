import { type AdapterContext, AskonceError, type CheckItem } from "@askonce/spec";

/**
 * One question of a check. What the vendor does becomes an item of its report; everything else is thrown on.
 *
 * @param ask gives state, detail and remedy, when it was answered
 * @param remedyFor what to do about a failure of the vendor's, and, when it is not `failed`, its state
 * @throws the signal's reason when it is aborted
 */
export async function checkItem(
  about: Pick<CheckItem, "id" | "title">,
  ask: () => Promise<Pick<CheckItem, "state" | "detail" | "remedy">>,
  remedyFor: (error: AskonceError) => Pick<CheckItem, "remedy"> & Partial<Pick<CheckItem, "state">>,
  context: Pick<AdapterContext, "signal">,
): Promise<CheckItem> {
  try {
    return { ...about, ...(await ask()) };
  } catch (error) {
    context.signal.throwIfAborted();
    if (!AskonceError.is(error)) throw error;
    return { ...about, state: "failed", detail: error.message, ...remedyFor(error) };
  }
}
