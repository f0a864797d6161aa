import type { CheckItem } from "@askonce/spec";

const item = { id: "clock", title: "Clock" } as const;

/** More difference than this makes "late" wrong and tokens end too early, in milliseconds. */
const toleratedMs = 60_000;

/** @param serverTime epoch milliseconds; `null` when the answer had no date */
export function checkClock(now: number, serverTime: number | null): CheckItem {
  if (serverTime === null) return { ...item, state: "skipped", detail: "Shopify's answer had no date.", remedy: null };
  const differenceMs = Math.abs(now - serverTime);
  if (differenceMs <= toleratedMs) return { ...item, state: "ok", detail: "This clock and Shopify's agree.", remedy: null };
  return {
    ...item,
    state: "warning",
    detail: `This clock and Shopify's are ${Math.round(differenceMs / 1000)} seconds apart.`,
    remedy: "Synchronize this server's clock.",
  };
}
