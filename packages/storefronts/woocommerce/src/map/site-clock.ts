import type { Instant } from "@askonce/spec";
import type { WooOrder } from "../schemas/woo-order.ts";
import { fromMs, gmtInstant, wallClockMs, zonedInstant } from "./instants.ts";

/** Reads times that plugins wrote in the site's own zone without saying which one that is. */
export interface SiteClock {
  /** A text with a zone means what it says; one without is the site's. `null` when it is no date or the offset is unknown. */
  read(text: string | null): Instant | null;
  /** As {@link SiteClock.read} for plugins that put a `Z` behind the site's time. */
  readFalseZ(text: string | null): Instant | null;
}

/**
 * The order itself has its dates both ways, so the site's offset can be read from the pair that is nearest in time (summer time may lie
 * between two of them).
 */
export function siteClockOf(order: WooOrder): SiteClock {
  const pairs = (
    [
      [order.date_created, order.date_created_gmt],
      [order.date_modified, order.date_modified_gmt],
      [order.date_completed, order.date_completed_gmt],
      [order.date_paid, order.date_paid_gmt],
    ] as const
  ).flatMap(([local, gmt]) => {
    const localMs = wallClockMs(local);
    const instant = gmtInstant(gmt);
    return localMs === null || instant === null ? [] : [{ localMs, offsetMs: localMs - Date.parse(instant) }];
  });

  const readFalseZ = (text: string | null): Instant | null => {
    const localMs = wallClockMs(text);
    if (localMs === null) return null;
    const nearest = pairs.toSorted((a, b) => Math.abs(a.localMs - localMs) - Math.abs(b.localMs - localMs))[0];
    return nearest === undefined ? null : fromMs(localMs - nearest.offsetMs);
  };
  return { read: (text) => zonedInstant(text) ?? readFalseZ(text), readFalseZ };
}
