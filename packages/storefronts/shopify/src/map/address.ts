import type { Address } from "@askonce/spec";
import type { AddressAnswer } from "../documents/order-answer.ts";
import { fullName } from "./customer.ts";
import { textOrNull } from "./text.ts";

/** An address; every part of it can be redacted. */
export function mapAddress(address: AddressAnswer | null | undefined): Address | null {
  if (!address) return null;
  return {
    name: fullName(address),
    company: textOrNull(address.company),
    line1: textOrNull(address.address1),
    line2: textOrNull(address.address2),
    city: textOrNull(address.city),
    province: textOrNull(address.province),
    postcode: textOrNull(address.zip),
    countryCode: textOrNull(address.countryCodeV2),
    phone: textOrNull(address.phone),
  };
}
