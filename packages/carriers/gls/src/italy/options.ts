import { adapterId, parseOptions } from "@askonce/adapter-kit";
import * as z from "zod";

/** Strict: an unknown key is a spelling mistake, and would otherwise do nothing without a word. */
export const glsItalyOptionsSchema = z.strictObject({
  /** Unique within an instance, kebab-case. Default `gls-italy`. */
  id: adapterId("gls-italy"),
  /** The two characters of the GLS branch that ships for the shop ("sigla sede"): `BZ`, `V1`. */
  branch: z.string().regex(/^[A-Z][A-Z0-9]$/),
  /** The contract's number ("codice contratto"), not the customer's. */
  contractCode: z.string().regex(/^[A-Z0-9]{1,12}$/i),
  /** Default `https://infoweb.gls-italy.com`. */
  baseUrl: z.url({ protocol: /^https?$/ }).default("https://infoweb.gls-italy.com"),
  /** For one request, in milliseconds, up to 120000. Default 15000. */
  timeoutMs: z.int().min(1).max(120_000).default(15_000),
  /** Requests a second over all calls of this adapter, in bursts of twice as many. Default 1: GLS names no limit. */
  ratePerSecond: z.number().positive().max(100).default(1),
  /** How often one number is asked for at most, in milliseconds. Default 900000. */
  pollEveryMs: z.int().min(60_000).default(900_000),
});

export type GlsItalyOptions = z.input<typeof glsItalyOptionsSchema>;
export type GlsItalySettings = z.output<typeof glsItalyOptionsSchema>;

/** @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values */
export function readOptions(options: GlsItalyOptions): GlsItalySettings {
  return parseOptions("gls-italy", glsItalyOptionsSchema, options);
}
