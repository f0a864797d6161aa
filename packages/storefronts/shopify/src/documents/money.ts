import * as z from "zod";

const moneyV2Schema = z.object({ amount: z.string(), currencyCode: z.string() });

/** A `MoneyBag`: what the shop earns, and what the buyer saw. */
export const moneyBagSchema = z.object({ shopMoney: moneyV2Schema, presentmentMoney: moneyV2Schema.nullish() });
export type MoneyBag = z.infer<typeof moneyBagSchema>;
export const amountSchema = moneyV2Schema;
export const pageInfoSchema = z.object({ hasNextPage: z.boolean().catch(false), endCursor: z.string().nullish() });
