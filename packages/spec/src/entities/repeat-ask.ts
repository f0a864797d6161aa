import * as z from "zod";

export const repeatAskDimensions = ["all", "agent", "channel", "template", "key", "reason"] as const;
export const repeatAskDimensionSchema = z.enum(repeatAskDimensions).meta({ id: "RepeatAskDimension" });
export type RepeatAskDimension = z.infer<typeof repeatAskDimensionSchema>;

const count = z.int().nonnegative();

/**
 * The repeat-ask rate, `repeat_ask_rate@1`: of the questions we asked customers, how many asked for what was known. Population: every ask in
 * outbound messages of the days. Asks that are right although something is known (a risky change, proof of identity, stale or contradicting
 * facts) count as asked and not as known.
 */
export const repeatAskRateSchema = z
  .object({
    metric: z.literal("repeat_ask_rate@1"),
    dimension: repeatAskDimensionSchema,
    items: z.array(
      z.object({
        /** An agent's id, a channel, a fact's key …; `all`. */
        value: z.string(),
        /** For people, where the value is an id. */
        name: z.string().nullable(),
        asked: count,
        known: count,
        /** From 0 to 1; `null` when nothing was asked. */
        rate: z.number().min(0).max(1).nullable(),
        /** Wilson's interval at 95 %. */
        low: z.number().min(0).max(1).nullable(),
        high: z.number().min(0).max(1).nullable(),
      }),
    ),
    /** Of all together, oldest first; days of the shop's zone. */
    days: z.array(z.object({ day: z.iso.date(), asked: count, known: count })),
  })
  .meta({ id: "RepeatAskRate" });
export type RepeatAskRate = z.infer<typeof repeatAskRateSchema>;
