import { isRecord } from "./is-record.ts";

const keys = ["originCountry", "services", "calendars", "pickupHoldMs", "incidents", "storms"];
const serviceKeys = [
  "carrier",
  "shippingMethod",
  "originCountry",
  "destinationCountry",
  "handlingDays",
  "transitDays",
  "cutOff",
  "dueTime",
  "carrierWeekend",
];

/** What is wrong with the shop's promises and rules of delivery, in terms of keys; `null` when they have the right shape. */
export function checkDelivery(delivery: unknown): string | null {
  if (!isRecord(delivery)) return "delivery has to be an object";
  const unknownKey = Object.keys(delivery).find((key) => !keys.includes(key));
  if (unknownKey !== undefined) return `unknown key delivery.${unknownKey}; known: ${keys.join(", ")}`;
  const { originCountry, services = [] } = delivery;
  if (originCountry !== undefined && !isCountry(originCountry)) return "delivery.originCountry has to be two letters, like RO";
  if (!Array.isArray(services)) return "delivery.services has to be a list";
  for (const [index, service] of services.entries()) {
    const problem = checkService(service);
    if (problem !== null) return `delivery.services[${index}]${problem}`;
  }
  return null;
}

function checkService(service: unknown): string | null {
  if (!isRecord(service)) return " has to be an object";
  const unknownKey = Object.keys(service).find((key) => !serviceKeys.includes(key));
  if (unknownKey !== undefined) return `: unknown key ${unknownKey}; known: ${serviceKeys.join(", ")}`;
  if (!isCountry(service.originCountry)) return ".originCountry has to be two letters, like RO";
  const days = (["handlingDays", "transitDays"] as const).find((key) => !isDays(service[key]));
  if (days !== undefined) return `.${days} has to be a whole number of working days`;
  if (typeof service.cutOff !== "string" || !/^([01]\d|2[0-3]):[0-5]\d$/.test(service.cutOff)) return ".cutOff has to be a time like 16:00";
  return null;
}

const isCountry = (value: unknown) => typeof value === "string" && /^[A-Za-z]{2}$/.test(value);
const isDays = (value: unknown) => typeof value === "number" && Number.isInteger(value) && value >= 0;
