import * as z from "zod";

/**
 * An instant in UTC, ISO 8601 with `Z`, for example `2026-11-21T10:00:00Z`. A date without a zone is refused: guessing the zone is how
 * a parcel becomes late in one country only.
 */
export const instantSchema = z.iso.datetime({ offset: false, local: false }).meta({ id: "Instant" });
export type Instant = z.infer<typeof instantSchema>;

/** An amount in the currency's smallest unit (cents, bani; 1 for JPY, 1/1000 for KWD) with its ISO 4217 code. Never a float. */
export const moneySchema = z.object({ amountMinor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) }).meta({ id: "Money" });
export type Money = z.infer<typeof moneySchema>;

/** What the shop earns in its own currency, and what the buyer saw when that was another one. */
export const dualMoneySchema = z.object({ shop: moneySchema, presentment: moneySchema.nullable() }).meta({ id: "DualMoney" });
export type DualMoney = z.infer<typeof dualMoneySchema>;

/** A BCP 47 language tag as the source gave it, for example `ro` or `it-IT`. */
export const languageSchema = z.string().min(2).max(35).meta({ id: "Language" });
export type Language = z.infer<typeof languageSchema>;

/** The languages every text that a person reads exists in. */
export const supportedLanguages = ["en", "it", "ro"] as const;
export type SupportedLanguage = (typeof supportedLanguages)[number];

/** An id made by askonce: time-ordered, made by the application, unguessable enough for a URL behind authentication. */
export const idSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/)
  .meta({ id: "Id" });
export type Id = z.infer<typeof idSchema>;

/**
 * An id given by a vendor, always with the adapter that knows it: `woocommerce:1042`, `shopify:gid://shopify/Order/1`. The vendor's part
 * is opaque text, because numeric ids of vendors exceed 2^53.
 */
export const sourceRefSchema = z
  .string()
  .max(512)
  .regex(/^[a-z0-9][a-z0-9-]*:.+$/s)
  .meta({ id: "SourceRef" });
export type SourceRef = z.infer<typeof sourceRefSchema>;

/** A secure link, as shown to a person. Only http and https: anything else would be a script in an agent's browser. */
export const linkSchema = z
  .url({ protocol: /^https?$/ })
  .max(2048)
  .meta({ id: "Link" });
