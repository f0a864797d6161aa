import { foldText } from "@askonce/spec";
import type { ServiceTimes } from "./due-date.ts";

/** What a shop promises for a kind of shipment. What is left out or `null` fits everything. */
export interface ServiceRow extends ServiceTimes {
  /** Part of the courier's name, in any writing: `fast` fits "FAST Courier SRL". */
  carrier?: string | null;
  /** Part of the shipping method's name as the buyer saw it, in any writing. */
  shippingMethod?: string | null;
  /** The id of the storefront's adapter, for a shop with several. */
  storefront?: string | null;
  /** Where it is sent from, ISO 3166-1 alpha-2: whose calendar the handling follows. */
  originCountry: string;
  /** Where it goes to, ISO 3166-1 alpha-2. */
  destinationCountry?: string | null;
}

/** What is known of a shipment. `null` fits only rows that do not ask. */
export interface ServiceFacts {
  carrier: string | null;
  shippingMethod: string | null;
  destinationCountry: string | null;
  /** The storefront's adapter. Default any. */
  storefront?: string | null;
  /** Default any. */
  originCountry?: string | null;
}

export interface ServiceTable<Row extends ServiceRow = ServiceRow> {
  /**
   * The row that fits best, or `null`. A row that asks for more things that fit is better; of equal ones that with the shipping method, then
   * the destination, then the courier; then the longer part of a name; then the earlier row.
   */
  serviceFor(facts: ServiceFacts): Row | null;
}

/** The shop's own table of services. Names are folded once: case, diacritics and white space do not matter. */
export function createServiceTable<Row extends ServiceRow>(rows: readonly Row[]): ServiceTable<Row> {
  const sorted = rows.map(readRow).sort((one, other) => other.weight - one.weight || other.detail - one.detail);
  return {
    serviceFor(facts) {
      const carrier = foldText(facts.carrier ?? "");
      const shippingMethod = foldText(facts.shippingMethod ?? "");
      const origin = facts.originCountry?.toUpperCase();
      const destination = facts.destinationCountry?.toUpperCase();
      const found = sorted.find(
        (entry) =>
          (entry.carrier === null || carrier.includes(entry.carrier)) &&
          (entry.shippingMethod === null || shippingMethod.includes(entry.shippingMethod)) &&
          (entry.destination === null || entry.destination === destination) &&
          (entry.row.storefront == null || entry.row.storefront === facts.storefront) &&
          (origin === undefined || entry.origin === origin),
      );
      return found?.row ?? null;
    },
  };
}

function readRow<Row extends ServiceRow>(row: Row) {
  const carrier = foldText(row.carrier ?? "") || null;
  const shippingMethod = foldText(row.shippingMethod ?? "") || null;
  const destination = row.destinationCountry?.toUpperCase() ?? null;
  const asked = [carrier, destination, shippingMethod].map((value) => (value === null ? 0 : 1));
  // The count first, then which ones: shipping method over destination over courier.
  const weight = asked.reduce<number>((sum, one, index) => sum + one * (10 + 2 ** index), 0);
  return {
    row,
    carrier,
    shippingMethod,
    destination,
    origin: row.originCountry.toUpperCase(),
    weight,
    detail: (shippingMethod?.length ?? 0) + (carrier?.length ?? 0),
  };
}
