import { adapterId, parseOptions, secretText } from "@askonce/adapter-kit";
import * as z from "zod";

/** Strict: an unknown key is a spelling mistake, and would otherwise do nothing without a word. */
export const fanCourierOptionsSchema = z.strictObject({
  /** Unique within an instance, kebab-case; give each account its own when there are several. Default `fancourier`. */
  id: adapterId("fancourier"),
  /** Of the selfAWB account. */
  username: z.string().min(1),
  password: secretText(),
  /** The selfAWB client (branch) whose parcels are asked for: seven digits or so. */
  clientId: z.string().regex(/^\d{1,12}$/),
  /** Default `https://api.fancourier.ro`. */
  baseUrl: z.url({ protocol: /^https?$/ }).default("https://api.fancourier.ro"),
  /** For one request, in milliseconds, up to 120000. Default 10000. */
  timeoutMs: z.int().min(1).max(120_000).default(10_000),
  /** Requests a second over all calls of this adapter, in bursts of twice as many. Default 2: FAN names no limit. */
  ratePerSecond: z.number().positive().max(100).default(2),
  /** How often one number is asked for at most, in milliseconds. Default 900000. */
  pollEveryMs: z.int().min(60_000).default(900_000),
});

export type FanCourierOptions = z.input<typeof fanCourierOptionsSchema>;
export type FanCourierSettings = z.output<typeof fanCourierOptionsSchema>;

/** @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values */
export function readOptions(options: FanCourierOptions): FanCourierSettings {
  return parseOptions("fancourier", fanCourierOptionsSchema, options);
}
