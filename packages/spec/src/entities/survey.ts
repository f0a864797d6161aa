import * as z from "zod";
import { idSchema, instantSchema } from "./values.ts";

/** At most two questions: the schema refuses a third. */
export const surveySchema = z
  .object({
    id: idSchema,
    kind: z.enum(["csat", "nps", "ces", "article"]),
    questions: z
      .array(
        z.object({ id: z.string().max(60), kind: z.enum(["scale", "yesNo", "text"]), text: z.record(z.string(), z.string().max(300)) }),
      )
      .min(1)
      .max(2),
    createdAt: instantSchema,
  })
  .meta({ id: "Survey" });
export type Survey = z.infer<typeof surveySchema>;
