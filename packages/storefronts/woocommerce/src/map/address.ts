import type { Address } from "@askonce/spec";
import type { WooAddress } from "../schemas/woo-address.ts";

/** `null` when no part of the address is filled in, as for goods that are downloaded. */
export function mapAddress(address: WooAddress): Address | null {
  const mapped: Address = {
    name: fullName(address),
    company: address.company,
    line1: address.address_1,
    line2: address.address_2,
    city: address.city,
    province: address.state,
    postcode: address.postcode,
    countryCode: address.country,
    phone: address.phone,
  };
  return Object.values(mapped).some((part) => part !== null) ? mapped : null;
}

export function fullName(person: { first_name: string | null; last_name: string | null }): string | null {
  const name = [person.first_name, person.last_name].filter((part) => part !== null).join(" ");
  return name === "" ? null : name;
}
