import type { Calendar } from "../calendars/calendar.ts";
import { type CalendarOverrides, calendarFor } from "../calendars/country-calendar.ts";
import type { IncidentRules } from "../incidents/situation.ts";
import type { StormPolicy } from "../incidents/storms.ts";
import { createServiceTable, type ServiceRow, type ServiceTable } from "../promises/service-table.ts";
import type { ShopSettings } from "../storage/store.ts";

const hourMs = 3_600_000;

/** What the shop knows of its own deliveries. All of it may be left out. */
export interface DeliveryOptions {
  /** Where parcels are sent from, ISO 3166-1 alpha-2. Default the shop's country. */
  originCountry?: string;
  /** What the shop promises by courier, shipping method and destination. Without it only what others promise is known. */
  services?: readonly ServiceRow[];
  /** By country, ISO 3166-1 alpha-2: other weekends, more holidays, another zone. */
  calendars?: Readonly<Record<string, Omit<CalendarOverrides, "shopZone">>>;
  /** How long a parcel is assumed to wait for its recipient when the courier does not say, in milliseconds. Default 48 hours. */
  pickupHoldMs?: number;
  /** When problems count as such. */
  incidents?: Partial<IncidentRules>;
  /** When many of them count as one. */
  storms?: Partial<StormPolicy>;
}

export interface DeliverySettings {
  originCountry: string | null;
  /** The shop's zone. */
  zone: string;
  services: ServiceTable;
  pickupHoldMs: number;
  incidents: Partial<IncidentRules>;
  storms: Partial<StormPolicy>;
  /** Whether it is decided for each change of an incident if the customer is told. */
  tellsCustomers: boolean;
  /** The working days of a country, or of the shop's zone when it is not known. */
  calendarOf(countryCode: string | null): Calendar;
}

export function readDeliveryOptions(options: DeliveryOptions, shop: ShopSettings, tellsCustomers = false): DeliverySettings {
  return {
    originCountry: options.originCountry ?? shop.countryCode ?? null,
    zone: shop.timeZone,
    services: createServiceTable(options.services ?? []),
    pickupHoldMs: options.pickupHoldMs ?? 48 * hourMs,
    incidents: options.incidents ?? {},
    storms: options.storms ?? {},
    tellsCustomers,
    calendarOf: (countryCode) =>
      calendarFor(countryCode, { ...(countryCode === null ? {} : options.calendars?.[countryCode]), shopZone: shop.timeZone }),
  };
}
