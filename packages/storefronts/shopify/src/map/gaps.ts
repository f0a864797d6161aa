import type { Gap } from "@askonce/spec";
import type { DeniedField } from "../graphql/graphql-error.ts";

/** Where our name of a field differs from Shopify's. */
const names: Readonly<Record<string, string>> = {
  fulfillments: "parcels",
  lineItems: "items",
  note: "customerNote",
  transactions: "paidAt",
  defaultEmailAddress: "email",
  defaultPhoneNumber: "phone",
  emailAddress: "",
  phoneNumber: "",
  firstName: "name",
  lastName: "name",
  address1: "line1",
  address2: "line2",
  zip: "postcode",
  countryCodeV2: "countryCode",
  nodes: "",
  events: "checkpoints",
};

/**
 * Gaps for the denied fields below `prefix`, one for each field and reason.
 *
 * @param whole the field's name when the whole branch was denied
 */
export function gapsUnder(denied: readonly DeniedField[], prefix: readonly (string | number)[], whole = "order"): Gap[] {
  const gaps = new Map<string, Gap>();
  for (const field of denied) {
    if (!prefix.every((part, index) => field.path[index] === part)) continue;
    const inside = field.path.slice(prefix.length).filter((part) => typeof part === "string");
    const name =
      whole === "order"
        ? inside
            .map((part) => names[part] ?? part)
            .filter(Boolean)
            .join(".")
        : whole;
    const gap: Gap = { field: name || whole, reason: field.reason, remedy: field.remedy };
    gaps.set(`${gap.field} ${gap.reason}`, gap);
  }
  return [...gaps.values()];
}
