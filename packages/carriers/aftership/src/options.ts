import { adapterId, carrierCodes, parseOptions, secretText, timeZoneText } from "@askonce/adapter-kit";
import * as z from "zod";

/** AfterShip's word for a courier, for example `fedex`. */
const slugSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]*$/)
  .max(100);

/** Strict: an unknown key is a spelling mistake, and would otherwise do nothing without a word. */
export const aftershipOptionsSchema = z.strictObject({
  /** Kebab-case, unique within an instance. Default `aftership`. */
  id: adapterId("aftership"),
  /** Of the kind "API key" (not AES or RSA), with read and write access to trackings. */
  apiKey: secretText(),
  /** Any of them may have signed a webhook, so that a secret can be exchanged without a gap. Without one, webhooks are not received. */
  webhookSecrets: z.array(secretText()).max(10).default([]),
  /** AfterShip's slug for each of the shop's names of couriers: `{ "FedEx Economy": "fedex" }`. */
  carriers: z.record(z.string(), slugSchema).default({}),
  /** The slug of a number whose courier is not in `carriers`. Without one AfterShip guesses from the number. */
  defaultCarrier: slugSchema.optional(),
  /** Whether a number that AfterShip does not know yet is registered when it is asked for, which AfterShip charges for. Default true. */
  registerWhenAsked: z.boolean().default(true),
  /** IANA zone of times without an offset: AfterShip gives them as the courier does, local to the place of the scan. Default `UTC`. */
  timeZone: timeZoneText().default("UTC"),
  /** How often one number may be asked for at most, in milliseconds. Default the instance's. */
  pollEveryMs: z.int().positive().optional(),
  /** For one request, in milliseconds, up to 120000. Default 10000. */
  timeoutMs: z.int().min(1).max(120_000).default(10_000),
  /** Requests a second over all calls of this adapter, in bursts of twice as many. Default 3; AfterShip allows 6 for lists of trackings. */
  ratePerSecond: z.number().positive().max(1000).default(3),
  /** Another version, a proxy. Default `https://api.aftership.com/tracking/2026-07`. */
  baseUrl: z.url({ protocol: /^https?$/ }).default("https://api.aftership.com/tracking/2026-07"),
});

export type AftershipOptions = z.input<typeof aftershipOptionsSchema>;

export interface AftershipSettings extends Omit<z.output<typeof aftershipOptionsSchema>, "carriers"> {
  /** Of the shop's name of a courier; the default one's for another name, and for none. */
  slugOf(carrier: string | null): string | undefined;
}

/** @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values */
export function readOptions(options: AftershipOptions): AftershipSettings {
  const { carriers, ...settings } = parseOptions("aftership", aftershipOptionsSchema, options);
  return { ...settings, baseUrl: settings.baseUrl.replace(/\/+$/, ""), slugOf: carrierCodes(carriers, settings.defaultCarrier) };
}
