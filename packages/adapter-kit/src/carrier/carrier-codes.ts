import { foldText } from "@askonce/spec";

/**
 * An aggregator's codes for couriers, by the names a shop writes. Case, accents and blanks around make no difference.
 *
 * @param codes of the options: the shop's name of a courier, then the aggregator's code
 * @param byDefault for a courier that has none, and for none
 */
export function carrierCodes<Code>(
  codes: Readonly<Record<string, Code>>,
  byDefault: Code | undefined,
): (carrier: string | null) => Code | undefined {
  const byName = new Map(Object.entries(codes).map(([name, code]) => [foldText(name), code]));
  return (carrier) => (carrier === null ? undefined : byName.get(foldText(carrier))) ?? byDefault;
}
