import * as z from "zod";
import { repeatAskDimensionSchema, repeatAskRateSchema } from "../entities/repeat-ask.ts";
import { agentEndpoint } from "./base.ts";

export const measuresContract = {
  repeatAsk: agentEndpoint
    .route({
      method: "GET",
      path: "/measures/repeat-ask",
      summary: "How often customers were asked for what was known",
      tags: ["measures"],
    })
    .input(
      z.object({
        dimension: repeatAskDimensionSchema.default("all"),
        /** Days up to today, in the shop's zone. */
        days: z.coerce.number<number>().int().min(1).max(366).default(28),
      }),
    )
    .output(repeatAskRateSchema),
};
