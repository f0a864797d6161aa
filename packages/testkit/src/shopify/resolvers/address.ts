import { gid } from "../ids.ts";
import type { AddressRecord } from "../records.ts";

const countryNames = new Intl.DisplayNames(["en"], { type: "region" });

export function countryName(countryCode: string): string | null {
  return countryCode === "" ? null : (countryNames.of(countryCode) ?? null);
}

/** A `MailingAddress` in the Admin API's shape. */
export function mailingAddress(address: AddressRecord | null): Record<string, unknown> | null {
  if (address === null) return null;
  const name = `${address.firstName} ${address.lastName}`.trim();
  const country = countryName(address.countryCode);
  return {
    __typename: "MailingAddress",
    id: `${gid("MailingAddress", address.id)}?model_name=Address`,
    firstName: orNull(address.firstName),
    lastName: orNull(address.lastName),
    name: orNull(name),
    company: orNull(address.company),
    address1: orNull(address.address1),
    address2: orNull(address.address2),
    city: orNull(address.city),
    province: orNull(address.province),
    provinceCode: null,
    zip: orNull(address.zip),
    country,
    countryCode: orNull(address.countryCode),
    countryCodeV2: orNull(address.countryCode),
    phone: orNull(address.phone),
    formattedArea: [address.city, country].filter(Boolean).join(", "),
    formatted: [name, address.company, address.address1, address.address2, `${address.zip} ${address.city}`.trim(), country ?? ""].filter(
      (line) => line !== "",
    ),
    latitude: null,
    longitude: null,
    coordinatesValidated: false,
    timeZone: null,
  };
}

function orNull(text: string): string | null {
  return text === "" ? null : text;
}
