import { adapterId, carrierCodes, parseOptions, secretText, timeZoneText } from "@askonce/adapter-kit";
import * as z from "zod";

/** EasyPost's word for a courier, for example `FedEx`. */
const carrierSchema = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]*$/)
  .max(100);

/** Strict: an unknown key is a spelling mistake, and would otherwise do nothing without a word. */
export const easypostOptionsSchema = z.strictObject({
  /** Kebab-case, unique within an instance. Default `easypost`. */
  id: adapterId("easypost"),
  /** A production key: a test key sees the test numbers only. */
  apiKey: secretText(),
  /** Any of them may have signed a webhook, so that a secret can be exchanged without a gap. Without one, webhooks are not received. */
  webhookSecrets: z.array(secretText()).max(10).default([]),
  /** EasyPost's name for each of the shop's names of couriers: `{ "FedEx Economy": "FedEx" }`. */
  carriers: z.record(z.string(), carrierSchema).default({}),
  /** EasyPost's name for the courier of a number that is not in `carriers`. Without one EasyPost guesses from the number. */
  defaultCarrier: carrierSchema.optional(),
  /** Whether a tracker is made for a number that has none yet when it is asked for, which EasyPost charges for. Default true. */
  registerWhenAsked: z.boolean().default(true),
  /** IANA zone of times without an offset. Default `UTC`. */
  timeZone: timeZoneText().default("UTC"),
  /** How often one number may be asked for at most, in milliseconds. Default the instance's. */
  pollEveryMs: z.int().positive().optional(),
  /** For one request, in milliseconds, up to 120000. Default 10000. */
  timeoutMs: z.int().min(1).max(120_000).default(10_000),
  /** Requests a second over all calls of this adapter, in bursts of twice as many. Default 3; EasyPost allows 5 for lists. */
  ratePerSecond: z.number().positive().max(1000).default(3),
  /** A proxy. Default `https://api.easypost.com/v2`. */
  baseUrl: z.url({ protocol: /^https?$/ }).default("https://api.easypost.com/v2"),
});

export type EasypostOptions = z.input<typeof easypostOptionsSchema>;

export interface EasypostSettings extends Omit<z.output<typeof easypostOptionsSchema>, "carriers"> {
  /** Of the shop's name of a courier; the default one for another name, and for none. */
  codeOf(carrier: string | null): string | undefined;
}

/** @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values */
export function readOptions(options: EasypostOptions): EasypostSettings {
  const { carriers, ...settings } = parseOptions("easypost", easypostOptionsSchema, options);
  return { ...settings, baseUrl: settings.baseUrl.replace(/\/+$/, ""), codeOf: carrierCodes(carriers, settings.defaultCarrier) };
}
