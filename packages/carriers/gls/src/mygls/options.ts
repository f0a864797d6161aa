import { adapterId, parseOptions, secretText } from "@askonce/adapter-kit";
import * as z from "zod";
import { countryCodes } from "./countries.ts";

/** Strict: an unknown key is a spelling mistake, and would otherwise do nothing without a word. */
export const glsOptionsSchema = z.strictObject({
  /** Unique within an instance, kebab-case; give each account its own when there are several. Default `gls`. */
  id: adapterId("gls"),
  /** The country of the contract; each has its own host. */
  country: z.enum(countryCodes),
  /** Of the MyGLS account: an e-mail address. */
  username: z.string().min(1),
  password: secretText(),
  /** The customer number, when the account has several. */
  clientNumber: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  /** Default `https://api.mygls.<country>`. */
  baseUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** For one request, in milliseconds, up to 120000. Default 10000. */
  timeoutMs: z.int().min(1).max(120_000).default(10_000),
  /** Requests a second over all calls of this adapter, in bursts of twice as many. Default 2: GLS names no limit. */
  ratePerSecond: z.number().positive().max(100).default(2),
  /** How often one number is asked for at most, in milliseconds. Default 900000. */
  pollEveryMs: z.int().min(60_000).default(900_000),
});

export type GlsOptions = z.input<typeof glsOptionsSchema>;
export type GlsSettings = z.output<typeof glsOptionsSchema>;

/** @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values */
export function readOptions(options: GlsOptions): GlsSettings {
  return parseOptions("gls", glsOptionsSchema, options);
}
