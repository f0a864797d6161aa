import { adapterId, parseOptions, secretText } from "@askonce/adapter-kit";
import * as z from "zod";

/** Strict: an unknown key is a spelling mistake, and would otherwise do nothing without a word. */
export const brtOptionsSchema = z.strictObject({
  /** Unique within an instance, kebab-case; give each account its own when there are several. Default `brt`. */
  id: adapterId("brt"),
  /** The customer code that BRT gave for its web services. */
  userId: z.string().regex(/^[\w.@-]{1,60}$/),
  password: secretText(),
  /** Default `https://api.brt.it`. */
  baseUrl: z.url({ protocol: /^https?$/ }).default("https://api.brt.it"),
  /** For one request, in milliseconds, up to 120000. Default 10000. */
  timeoutMs: z.int().min(1).max(120_000).default(10_000),
  /** Requests a second over all calls of this adapter, in bursts of twice as many. Default 2: BRT names no limit. */
  ratePerSecond: z.number().positive().max(100).default(2),
  /** How often one number is asked for at most, in milliseconds. Default 900000. */
  pollEveryMs: z.int().min(60_000).default(900_000),
});

export type BrtOptions = z.input<typeof brtOptionsSchema>;
export type BrtSettings = z.output<typeof brtOptionsSchema>;

/** @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values */
export function readOptions(options: BrtOptions): BrtSettings {
  return parseOptions("brt", brtOptionsSchema, options);
}
