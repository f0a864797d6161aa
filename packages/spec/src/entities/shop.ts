import * as z from "zod";
import { idSchema, instantSchema, languageSchema } from "./values.ts";

/** The tenant. Every row, event, cache key and log line belongs to exactly one. */
export const shopSchema = z
  .object({
    id: idSchema,
    name: z.string().max(200),
    /** IANA zone in which the shop reads days and hours, for example `Europe/Bucharest`. */
    timeZone: z.string().max(64),
    language: languageSchema,
    createdAt: instantSchema,
  })
  .meta({ id: "Shop" });
export type Shop = z.infer<typeof shopSchema>;
