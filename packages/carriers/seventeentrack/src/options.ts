import { adapterId, carrierCodes, parseOptions, secretText, timeZoneText } from "@askonce/adapter-kit";
import * as z from "zod";

/** 17TRACK's number for a courier, for example 100002 (UPS). */
const carrierCodeSchema = z.int().positive();

/** Strict: an unknown key is a spelling mistake, and would otherwise do nothing without a word. */
export const seventeentrackOptionsSchema = z.strictObject({
  /** Kebab-case, unique within an instance. Default `seventeentrack`. */
  id: adapterId("seventeentrack"),
  /** The security key of 17TRACK's API settings. */
  apiKey: secretText(),
  /** Keys that may have signed a webhook. Default the `apiKey`, with which 17TRACK signs; give the old one, too, while it is exchanged. */
  webhookSecrets: z.array(secretText()).min(1).max(10).optional(),
  /** 17TRACK's number for each of the shop's names of couriers: `{ "UPS Standard": 100002 }`. */
  carriers: z.record(z.string(), carrierCodeSchema).default({}),
  /** The courier of a number that is not in `carriers`. Without one 17TRACK guesses from the number. */
  defaultCarrier: carrierCodeSchema.optional(),
  /** Whether a number that 17TRACK does not know yet is registered when it is asked for, which costs one of its quota. Default true. */
  registerWhenAsked: z.boolean().default(true),
  /** IANA zone of times without an offset. Default `UTC`. */
  timeZone: timeZoneText().default("UTC"),
  /** How often one number may be asked for at most, in milliseconds. Default the instance's. */
  pollEveryMs: z.int().positive().optional(),
  /** For one request, in milliseconds, up to 120000. Default 10000. */
  timeoutMs: z.int().min(1).max(120_000).default(10_000),
  /** Requests a second over all calls of this adapter, in bursts of twice as many. Default 1.5: 17TRACK is said to allow 3. */
  ratePerSecond: z.number().positive().max(1000).default(1.5),
  /** Another version, a proxy. Default `https://api.17track.net/track/v2.2`. */
  baseUrl: z.url({ protocol: /^https?$/ }).default("https://api.17track.net/track/v2.2"),
});

export type SeventeentrackOptions = z.input<typeof seventeentrackOptionsSchema>;

export interface SeventeentrackSettings extends Omit<z.output<typeof seventeentrackOptionsSchema>, "carriers" | "webhookSecrets"> {
  webhookSecrets: readonly string[];
  /** Of the shop's name of a courier; the default one for another name, and for none. */
  codeOf(carrier: string | null): number | undefined;
}

/** @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values */
export function readOptions(options: SeventeentrackOptions): SeventeentrackSettings {
  const { carriers, ...settings } = parseOptions("seventeentrack", seventeentrackOptionsSchema, options);
  const webhookSecrets = settings.webhookSecrets ?? [settings.apiKey];
  return {
    ...settings,
    baseUrl: settings.baseUrl.replace(/\/+$/, ""),
    webhookSecrets,
    codeOf: carrierCodes(carriers, settings.defaultCarrier),
  };
}
