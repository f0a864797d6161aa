import { gid } from "./ids.ts";
import type { AddressRecord, CustomerRecord } from "./records.ts";
import { countryName } from "./resolvers/address.ts";
import { at, type PayloadSettings, type RestObject, show } from "./rest-format.ts";

export function customerPayload(customer: CustomerRecord, settings: PayloadSettings): RestObject {
  return {
    id: BigInt(customer.id),
    created_at: at(customer.createdAt, settings),
    updated_at: at(customer.updatedAt, settings),
    first_name: show("name", customer.firstName, settings),
    last_name: show("name", customer.lastName, settings),
    state: "disabled",
    note: customer.note,
    verified_email: true,
    multipass_identifier: null,
    tax_exempt: false,
    email: show("email", customer.email, settings),
    phone: show("phone", customer.phone, settings),
    currency: settings.store.shop.currency,
    tax_exemptions: [],
    admin_graphql_api_id: gid("Customer", customer.id),
    default_address: customer.address === null ? null : defaultAddress(customer, customer.address, settings),
  };
}

function defaultAddress(customer: CustomerRecord, record: AddressRecord, settings: PayloadSettings): RestObject {
  const { latitude: _latitude, longitude: _longitude, ...shared } = address(record, settings) ?? {};
  return {
    id: BigInt(record.id),
    customer_id: BigInt(customer.id),
    ...shared,
    country_name: countryName(record.countryCode),
    default: true,
  };
}

export function address(record: AddressRecord | null, settings: PayloadSettings): RestObject | null {
  if (record === null) return null;
  const text = (value: string): string | null => (value === "" ? null : value);
  return {
    first_name: show("name", text(record.firstName), settings),
    address1: show("address", text(record.address1), settings),
    phone: show("phone", text(record.phone), settings),
    city: text(record.city),
    zip: show("address", text(record.zip), settings),
    province: text(record.province),
    country: countryName(record.countryCode),
    last_name: show("name", text(record.lastName), settings),
    address2: show("address", text(record.address2), settings),
    company: text(record.company),
    latitude: null,
    longitude: null,
    name: show("name", text(`${record.firstName} ${record.lastName}`.trim()), settings),
    country_code: text(record.countryCode),
    province_code: null,
  };
}
