import { differenceOfShares, type ShareInterval, wilsonInterval } from "../measures/wilson.ts";

/** Customers of one group, and how many of them contacted the shop about the order within the time that is looked at. */
export interface ContactGroup {
  customers: number;
  contacted: number;
}

/** What outreach was good for. */
export interface ContactsPrevented {
  told: ShareInterval & { customers: number };
  heldOut: ShareInterval & { customers: number };
  /** Contact rate of those held out less that of those told, with 95 % limits; positive is prevented. */
  difference: { difference: number; low: number; high: number };
  /** Contacts that the messages prevented among those who were told, with 95 % limits; negative numbers are contacts they caused. */
  prevented: { contacts: number; low: number; high: number };
  /**
   * `too_small_to_say`: one group has fewer than 50 customers, or both together fewer than 10 contacts; `no_difference_shown`: the limits
   * lie on both sides of zero.
   */
  verdict: "prevents_contacts" | "causes_contacts" | "no_difference_shown" | "too_small_to_say";
}

const fewestCustomers = 50;
const fewestContacts = 10;

/**
 * Compares those who were told with those who would have been told and were held out. Both groups are those of the decisions `send` and
 * `held_out`, each customer once, whatever happened afterwards.
 */
export function contactsPrevented(told: ContactGroup, heldOut: ContactGroup): ContactsPrevented {
  const toldShare = wilsonInterval(told.contacted, told.customers);
  const heldOutShare = wilsonInterval(heldOut.contacted, heldOut.customers);
  const difference = differenceOfShares(heldOutShare, toldShare);
  return {
    told: { ...toldShare, customers: told.customers },
    heldOut: { ...heldOutShare, customers: heldOut.customers },
    difference,
    prevented: {
      contacts: difference.difference * told.customers,
      low: difference.low * told.customers,
      high: difference.high * told.customers,
    },
    verdict: verdictOf(told, heldOut, difference),
  };
}

function verdictOf(told: ContactGroup, heldOut: ContactGroup, { low, high }: { low: number; high: number }): ContactsPrevented["verdict"] {
  const isTooSmall = Math.min(told.customers, heldOut.customers) < fewestCustomers || told.contacted + heldOut.contacted < fewestContacts;
  if (isTooSmall) return "too_small_to_say";
  if (low > 0) return "prevents_contacts";
  return high < 0 ? "causes_contacts" : "no_difference_shown";
}
